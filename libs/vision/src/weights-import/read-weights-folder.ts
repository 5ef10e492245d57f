import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as tf from '@tensorflow/tfjs';
import { ModelFolderError } from '../model-folder/model-folder.errors.js';
import type { NamedWeights } from '../model-folder/weight-tensor.js';
import { WEIGHTS_MANIFEST } from '../model-folder/weights-manifest.js';
import { decodeManifest } from './decode-manifest.js';

/**
 * Reads a TensorFlow.js weights manifest (`weights.json`) and its data, float32, float16 or quantised to bytes.
 *
 * @throws {ModelFolderError} when a file is missing or does not hold what the manifest says
 */
export async function readWeightsFolder(folder: string): Promise<NamedWeights> {
  try {
    const manifest = JSON.parse(await readFile(join(folder, WEIGHTS_MANIFEST), 'utf8')) as tf.io.WeightsManifestConfig;
    return await decodeManifest(manifest, (path) => readFile(join(folder, path)));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const advice = `A folder with ${WEIGHTS_MANIFEST} and its data is needed.`;
    throw new ModelFolderError('MODEL_FILE_CORRUPT', folder, `No weights in ${folder}: ${reason}. ${advice}`, {
      cause: error,
    });
  }
}
