import * as tf from '@tensorflow/tfjs';
import type { ModelMetadata } from '../model-folder/model-metadata.js';
import { readListedFile } from '../model-folder/read-model-folder.js';
import { WEIGHTS_DATA, WEIGHTS_MANIFEST } from '../model-folder/weights-manifest.js';
import type { WeightTensors } from './tfjs-network.js';

/** Reads a folder's weights into the current backend. @throws {ModelFolderError} when a file is missing or corrupt */
export async function readWeightTensors(folder: string, metadata: ModelMetadata): Promise<WeightTensors> {
  const manifest = await readListedFile(folder, metadata, WEIGHTS_MANIFEST);
  const data = await readListedFile(folder, metadata, WEIGHTS_DATA);
  const [group] = JSON.parse(manifest.toString('utf8')) as tf.io.WeightsManifestConfig;
  return tf.io.decodeWeights(new Uint8Array(data).buffer, group!.weights);
}
