import * as tf from '@tensorflow/tfjs';
import { CLASSIFIER_LAYER } from '../mobilenet-v2/build-classifier.js';
import { variablesOf } from '../mobilenet-v2/named-weights.js';
import { AdamW } from './adamw.js';
import { warmUpThenCosine } from './learning-rate.js';
import { createRandom, shuffled } from './random.js';
import { smoothedCrossEntropy } from './smoothed-cross-entropy.js';
import type { TrainingOptions } from './training-options.js';

/** Embeddings are small, so batches may be large. */
const headBatchSize = 128;

/**
 * Trains the classifier alone on embeddings that were computed once: seconds instead of minutes per epoch.
 *
 * @param embeddings one row per label
 * @param onEpoch hears the number of the epoch, from 1, and its mean loss
 */
export async function trainHead(
  model: tf.LayersModel,
  embeddings: Float32Array,
  labels: readonly number[],
  options: TrainingOptions,
  onEpoch: (epoch: number, loss: number) => void = () => {},
): Promise<void> {
  const width = embeddings.length / labels.length;
  const layer = model.getLayer(CLASSIFIER_LAYER);
  const variables = new Map([...variablesOf(model)].filter(([name]) => name.startsWith(`${CLASSIFIER_LAYER}/`)));
  const optimiser = new AdamW({ weightDecay: options.weightDecay, clipNorm: options.clipNorm });
  const batches = Math.ceil(labels.length / headBatchSize);
  const totalSteps = batches * options.headEpochs;
  for (let epoch = 0; epoch < options.headEpochs; epoch += 1) {
    const order = shuffled([...labels.keys()], createRandom(options.seed, 1, epoch));
    let loss = 0;
    for (let batch = 0; batch < batches; batch += 1) {
      const rows = order.slice(batch * headBatchSize, (batch + 1) * headBatchSize);
      const step = epoch * batches + batch;
      const rate = options.headLearningRate * warmUpThenCosine(step, totalSteps, batches);
      const inputs = gatherRows(embeddings, width, rows);
      loss += tf.tidy(() => {
        const wanted = tf.tensor1d(
          rows.map((row) => labels[row]!),
          'int32',
        );
        const seen = tf.dropout(
          tf.tensor2d(inputs, [rows.length, width]),
          options.dropout,
          undefined,
          options.seed + step,
        );
        const { value, grads } = tf.variableGrads(
          () => smoothedCrossEntropy(wanted, layer.apply(seen) as tf.Tensor2D, options.labelSmoothing),
          [...variables.values()],
        );
        optimiser.apply(variables, byName(variables, grads), () => rate);
        return value.dataSync()[0]! / batches;
      });
    }
    onEpoch(epoch + 1, loss);
    // Native backends never leave the thread by themselves: let signals and messages in.
    await tf.nextFrame();
  }
  optimiser.dispose();
}

/** `tf.variableGrads` answers by the variables' internal names. */
export function byName(
  variables: ReadonlyMap<string, tf.Variable>,
  gradients: tf.NamedTensorMap,
): Record<string, tf.Tensor> {
  return Object.fromEntries([...variables].map(([name, variable]) => [name, gradients[variable.name]!]));
}

function gatherRows(values: Float32Array, width: number, rows: readonly number[]): Float32Array {
  const result = new Float32Array(rows.length * width);
  rows.forEach((row, position) => result.set(values.subarray(row * width, (row + 1) * width), position * width));
  return result;
}
