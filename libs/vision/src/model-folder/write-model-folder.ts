import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { networkOf } from '../backbone/backbones.js';
import { writeOnnxModel } from '../onnx/write-onnx-model.js';
import { sha256Of } from './file-digest.js';
import { METADATA_FILE, MODEL_CARD_FILE, type ModelMetadata, modelMetadata, ONNX_FILE } from './model-metadata.js';
import type { NamedWeights } from './weight-tensor.js';
import { encodeWeights, roundToFloat16, WEIGHTS_DATA, WEIGHTS_MANIFEST } from './weights-manifest.js';

/** A trained model, as it comes out of training. */
export interface TrainedModel extends Omit<ModelMetadata, 'format' | 'version' | 'files' | 'inputRange'> {
  weights: NamedWeights;
  /** The model card, Markdown. */
  modelCard: (metadata: ModelMetadata) => string;
}

/**
 * Writes a model folder: `weights.json` + `weights.bin`, `model.onnx` with the same numbers, `metadata.json`, `README.md`.
 * The metadata comes last, so that a folder with metadata is complete.
 *
 * @throws {ModelWeightsError} when a weight is missing or has another shape than the architecture asks for
 */
export async function writeModelFolder(folder: string, model: TrainedModel): Promise<ModelMetadata> {
  const { weights, modelCard, ...description } = model;
  const { manifest, data } = encodeWeights(weights);
  const network = networkOf(model.architecture);
  const onnx = writeOnnxModel({
    network,
    weights: roundToFloat16(weights),
    labels: model.labels.map(({ label }) => label),
    temperature: model.temperature,
    name: model.name,
  });
  const files = { [WEIGHTS_MANIFEST]: Buffer.from(manifest), [WEIGHTS_DATA]: data, [ONNX_FILE]: onnx };
  const content = sha256Of(onnx, JSON.stringify([model.labels, model.unknownBelow]));
  const metadata = modelMetadata.parse({
    format: 'shelfwatch-model/1',
    ...description,
    version: `${model.name}-${content.slice(0, 12)}`,
    inputRange: network.inputRange,
    files: Object.fromEntries(
      Object.entries(files).map(([file, bytes]) => [file, { sha256: sha256Of(bytes), bytes: bytes.length }]),
    ),
  });
  await mkdir(folder, { recursive: true });
  for (const [file, bytes] of Object.entries(files)) await writeFile(join(folder, file), bytes);
  await writeFile(join(folder, MODEL_CARD_FILE), modelCard(metadata));
  await writeFile(join(folder, METADATA_FILE), `${JSON.stringify(metadata, null, 2)}\n`);
  return metadata;
}
