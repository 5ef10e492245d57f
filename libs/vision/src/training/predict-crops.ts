import * as tf from '@tensorflow/tfjs';
import type { InputRange } from '../backbone/network.js';
import type { CropDataSet } from '../dataset/crop-data-set.js';
import { CropBatches } from './crop-batches.js';
import { createRandom } from './random.js';

/**
 * Runs a model over crops as they are.
 *
 * @param onBatch hears how many crops are done
 * @returns one row of outputs (logits, or embeddings of a backbone) per index
 */
export async function predictCrops(
  model: tf.LayersModel,
  dataSet: CropDataSet,
  indexes: readonly number[],
  options: {
    inputSize: number;
    inputRange: InputRange;
    batchSize?: number;
    onBatch?: (size: number) => void;
  },
): Promise<Float32Array> {
  const { inputSize, batchSize = 32 } = options;
  const width = model.outputs[0]!.shape.at(-1)!;
  const result = new Float32Array(indexes.length * width);
  const batches = new CropBatches(dataSet, options.inputRange);
  for (let start = 0; start < indexes.length; start += batchSize) {
    const { pixels } = batches.read(indexes.slice(start, start + batchSize), inputSize, createRandom(0));
    const output = tf.tidy(() => model.predict(pixels) as tf.Tensor);
    result.set(await output.data<'float32'>(), start * width);
    tf.dispose([pixels, output]);
    // Native backends never leave the thread by themselves: let signals and messages in.
    await tf.nextFrame();
    options.onBatch?.(Math.min(batchSize, indexes.length - start));
  }
  return result;
}
