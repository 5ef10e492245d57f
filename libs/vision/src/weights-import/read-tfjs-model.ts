import type * as tf from '@tensorflow/tfjs';
import { epsilonsOf, layersOfConfig } from './keras-config.js';
import { decodeManifest } from './decode-manifest.js';
import { convolutionsOfGraph, type GraphNode } from './tfjs-graph.js';
import { shortName, type WeightsFile } from './weights-file.js';

interface ModelJson {
  modelTopology?: { node?: GraphNode[] };
  weightsManifest?: tf.io.WeightsManifestConfig;
}

/**
 * Reads `model.json` of TensorFlow.js, a layers model or a graph model, or a weights manifest alone.
 *
 * @param readShard answers with the bytes of a file beside it
 * @param check called when all files have been read, before any is used
 * @throws {Error} when it is no such file, or a shard is too short
 */
export async function readTfjsModel(
  text: string,
  readShard: (name: string) => Promise<Uint8Array>,
  check: () => void,
): Promise<WeightsFile> {
  const json = JSON.parse(text) as ModelJson | tf.io.WeightsManifestConfig;
  const model: ModelJson = Array.isArray(json) ? { weightsManifest: json } : json;
  const { weightsManifest, modelTopology } = model;
  if (!Array.isArray(weightsManifest)) throw new Error('it holds no weightsManifest');
  const shards = new Map<string, Uint8Array>();
  for (const path of weightsManifest.flatMap(({ paths }) => paths)) shards.set(path, await readShard(path));
  check();
  const tensors = await decodeManifest(weightsManifest, async (path) => shards.get(path)!);
  if (modelTopology?.node) return { format: 'tfjs-graph', order: convolutionsOfGraph(modelTopology.node, tensors) };
  return {
    format: Array.isArray(json) ? 'tfjs-manifest' : 'tfjs-layers',
    tensors: new Map([...tensors].map(([name, tensor]) => [shortName(name), tensor])),
    epsilons: epsilonsOf(layersOfConfig(modelTopology)),
  };
}
