import * as tf from '@tensorflow/tfjs';
import type { CropDataSet } from '../dataset/crop-data-set.js';
import type { Augmentation } from './augment-crop.js';
import { CropBatches } from './crop-batches.js';
import { noMixing } from './mix-pairs.js';
import { createRandom } from './random.js';

/**
 * Runs a model over crops, as they are or changed.
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
    batchSize?: number;
    onBatch?: (size: number) => void;
    /** Shows changed crops, by chance from the seed. */
    view?: { augmentation: Augmentation; seed: readonly number[] };
  },
): Promise<Float32Array> {
  const { inputSize, batchSize = 32, view } = options;
  const width = model.outputs[0]!.shape.at(-1)!;
  const result = new Float32Array(indexes.length * width);
  const batches = new CropBatches(dataSet, view && { augmentation: view.augmentation, mixing: noMixing });
  for (let start = 0; start < indexes.length; start += batchSize) {
    const { pixels } = batches.read(
      indexes.slice(start, start + batchSize),
      inputSize,
      createRandom(...(view?.seed ?? []), start),
    );
    const output = tf.tidy(() => model.predict(pixels) as tf.Tensor);
    result.set(await output.data<'float32'>(), start * width);
    tf.dispose([pixels, output]);
    options.onBatch?.(Math.min(batchSize, indexes.length - start));
  }
  return result;
}
