import * as tf from '@tensorflow/tfjs';
import { CLASSIFIER_LAYER } from '../backbone/build-classifier.js';
import { AdamW } from './adamw.js';
import { crossEntropy } from './cross-entropy.js';
import { warmUpThenCosine } from './learning-rate.js';
import { createRandom, shuffled } from './random.js';
import type { TargetRows } from './target-rows.js';
import type { TrainingOptions } from './training-options.js';

/** Embeddings are small, so batches may be large. */
const headBatchSize = 128;
/** A unit that is nearly always 0 must not be blown up. */
const smallestDeviation = 0.05;

/**
 * Trains the classifier alone on embeddings that were computed once: seconds instead of minutes per epoch. Embeddings are standardised
 * while learning, so that all units learn equally fast; the result is folded back into the layer, which therefore works on plain ones.
 *
 * @param embeddings one row per label
 * @param onEpoch hears the number of the epoch, from 1, and its mean loss
 */
export async function trainHead(
  model: tf.LayersModel,
  embeddings: Float32Array,
  labels: readonly number[],
  rows: TargetRows,
  options: TrainingOptions,
  onEpoch: (epoch: number, loss: number) => void = () => {},
): Promise<void> {
  const width = embeddings.length / labels.length;
  const classes = model.outputs[0]!.shape.at(-1)!;
  const { means, deviations } = momentsOf(embeddings, width);
  const variables: Map<string, tf.Variable> = new Map([
    ['kernel', tf.tidy(() => tf.variable(tf.zeros([width, classes])))],
    ['bias', tf.tidy(() => tf.variable(tf.zeros([classes])))],
  ]);
  const kernel = variables.get('kernel')! as tf.Tensor2D;
  const bias = variables.get('bias')!;
  const optimiser = new AdamW({ weightDecay: options.headWeightDecay, clipNorm: options.clipNorm });
  const batches = Math.ceil(labels.length / headBatchSize);
  const totalSteps = batches * options.headEpochs;
  for (let epoch = 0; epoch < options.headEpochs; epoch += 1) {
    const order = shuffled([...labels.keys()], createRandom(options.seed, 1, epoch));
    let loss = 0;
    for (let batch = 0; batch < batches; batch += 1) {
      const chosen = order.slice(batch * headBatchSize, (batch + 1) * headBatchSize);
      const step = epoch * batches + batch;
      const rate = options.headLearningRate * warmUpThenCosine(step, totalSteps, batches);
      const inputs = gatherStandardised(embeddings, width, chosen, means, deviations);
      const wanted = rows.of(chosen.map((row) => labels[row]!));
      loss += tf.tidy(() => {
        const targets = tf.tensor2d(wanted, [chosen.length, classes]);
        const seen = tf.dropout(
          tf.tensor2d(inputs, [chosen.length, width]),
          options.dropout,
          undefined,
          options.seed + step,
        ) as tf.Tensor2D;
        const { value, grads } = tf.variableGrads(
          () => crossEntropy(targets, seen.matMul(kernel).add(bias), rows.familyTerm),
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
  foldInto(model.getLayer(CLASSIFIER_LAYER), kernel, bias, means, deviations);
  optimiser.dispose();
  tf.dispose([kernel, bias]);
}

/** `W (x - mean) / deviation + b` as one layer of `x`. */
function foldInto(
  layer: tf.layers.Layer,
  kernel: tf.Tensor2D,
  bias: tf.Tensor,
  means: Float32Array,
  deviations: Float32Array,
): void {
  tf.tidy(() => {
    const folded = kernel.div(tf.tensor2d(deviations, [deviations.length, 1])) as tf.Tensor2D;
    const shift = tf.tensor2d(means, [1, means.length]).matMul(folded).squeeze([0]);
    layer.setWeights([folded, bias.sub(shift)]);
  });
}

/** `tf.variableGrads` answers by the variables' internal names. */
export function byName(
  variables: ReadonlyMap<string, tf.Variable>,
  gradients: tf.NamedTensorMap,
): Record<string, tf.Tensor> {
  return Object.fromEntries([...variables].map(([name, variable]) => [name, gradients[variable.name]!]));
}

function momentsOf(values: Float32Array, width: number): { means: Float32Array; deviations: Float32Array } {
  const count = values.length / width;
  const [sums, squares] = [new Float64Array(width), new Float64Array(width)];
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index]!;
    sums[index % width]! += value;
    squares[index % width]! += value * value;
  }
  const means = Float32Array.from(sums, (sum) => sum / count);
  const deviations = Float32Array.from(squares, (square, unit) =>
    Math.max(smallestDeviation, Math.sqrt(Math.max(0, square / count - means[unit]! ** 2))),
  );
  return { means, deviations };
}

function gatherStandardised(
  values: Float32Array,
  width: number,
  rows: readonly number[],
  means: Float32Array,
  deviations: Float32Array,
): Float32Array {
  const result = new Float32Array(rows.length * width);
  rows.forEach((row, position) => {
    for (let unit = 0; unit < width; unit += 1)
      result[position * width + unit] = (values[row * width + unit]! - means[unit]!) / deviations[unit]!;
  });
  return result;
}
