import * as tf from '@tensorflow/tfjs';
import type { NamedWeights, WeightTensor } from '../model-folder/weight-tensor.js';

/**
 * Decodes the groups of a TensorFlow.js weights manifest: float32, float16 or quantised to bytes. What holds no numbers is left out.
 *
 * @param read answers with the bytes of a file that the manifest names
 * @throws {Error} when there are fewer bytes than the manifest says
 */
export async function decodeManifest(
  manifest: tf.io.WeightsManifestConfig,
  read: (path: string) => Promise<Uint8Array>,
): Promise<NamedWeights> {
  const weights = new Map<string, WeightTensor>();
  for (const { paths, weights: specs } of manifest) {
    const parts: Uint8Array[] = [];
    for (const path of paths) parts.push(await read(path));
    const data = Buffer.concat(parts);
    const tensors = tf.io.decodeWeights(Uint8Array.from(data).buffer, specs);
    for (const [name, tensor] of Object.entries(tensors)) {
      if (tensor.dtype !== 'string') {
        weights.set(name, { shape: tensor.shape, values: Float32Array.from(tensor.dataSync()) });
      }
      tensor.dispose();
    }
  }
  return weights;
}
