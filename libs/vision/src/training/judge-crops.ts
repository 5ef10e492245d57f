import * as tf from '@tensorflow/tfjs';
import type { CropDataSet } from '../dataset/crop-data-set.js';
import type { EmbeddingCache } from '../embedding/embedding-cache.js';
import type { Embedder } from '../embedding/embedder.js';
import { CLASSIFIER_LAYER } from '../backbone/build-classifier.js';
import { defaultAugmentation } from './augment-crop.js';
import { embedViews } from './embed-views.js';

/** Logits of crops as they are: the backbone's embeddings, by the fastest runtime, times the classifier. @returns a row per index */
export async function judgeCrops(
  model: tf.LayersModel,
  dataSet: CropDataSet,
  indexes: readonly number[],
  run: { embedder: Embedder; cache: EmbeddingCache; inputSize: number; onCrops: (crops: number) => void },
): Promise<Float32Array> {
  if (indexes.length === 0) return new Float32Array(0);
  const { embeddings } = await embedViews(dataSet, indexes, {
    ...run,
    ...{ views: 0, augmentation: defaultAugmentation, seed: 0 },
  });
  return tf.tidy(() => {
    const rows = tf.tensor2d(embeddings, [indexes.length, run.embedder.width]);
    const [kernel, bias] = model.getLayer(CLASSIFIER_LAYER).getWeights() as [tf.Tensor2D, tf.Tensor1D];
    return rows.matMul(kernel).add(bias).dataSync<'float32'>().slice();
  });
}
