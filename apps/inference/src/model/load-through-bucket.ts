import type { ModelBucket } from '@shelfwatch/vision/model-bucket';
import type { LoadModel } from './load-model.js';

/** Fetches what is not in the folder of models yet, checked, before it is loaded from there. */
export const loadThroughBucket =
  (load: LoadModel, bucket: ModelBucket, modelsDir: string): LoadModel =>
  async (path, folder) => {
    // Without a name it is the model of the configuration, which is no part of the folder of models.
    if (folder !== undefined) await bucket.fetch(folder, modelsDir);
    return load(path, folder);
  };
