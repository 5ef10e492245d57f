import type * as tf from '@tensorflow/tfjs';
import type { CropDataSet } from '../dataset/crop-data-set.js';
import { predictCrops } from './predict-crops.js';
import type { TrainingOptions } from './training-options.js';

/** Embeds every crop as it is, and `headViews` times changed by chance. */
export async function embedViews(
  backbone: tf.LayersModel,
  dataSet: CropDataSet,
  indexes: readonly number[],
  run: { inputSize: number; options: TrainingOptions; onBatch: (crops: number) => void },
): Promise<{ embeddings: Float32Array; labels: number[] }> {
  const { inputSize, options, onBatch } = run;
  const { headViews, augmentation, seed } = options;
  const width = backbone.outputs[0]!.shape.at(-1)!;
  const embeddings = new Float32Array((1 + headViews) * indexes.length * width);
  for (let number = 0; number <= headViews; number += 1) {
    const view = number === 0 ? undefined : { augmentation, seed: [seed, 4, number] };
    const rows = await predictCrops(backbone, dataSet, indexes, { inputSize, onBatch, view });
    embeddings.set(rows, number * rows.length);
  }
  const labels = indexes.map((index) => dataSet.items[index]!.label);
  return { embeddings, labels: Array.from({ length: 1 + headViews }, () => labels).flat() };
}
