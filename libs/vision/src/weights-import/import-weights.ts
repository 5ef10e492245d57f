import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { backboneNames } from '../backbone/backbone-names.js';
import { type ArchitectureChoice, backboneOfName, networkOf } from '../backbone/backbones.js';
import type { Network } from '../backbone/network.js';
import { encodeWeights, WEIGHTS_DATA, WEIGHTS_MANIFEST } from '../model-folder/weights-manifest.js';
import { type MatchedWeights, type MatchReport, matchWeights } from './match-weights.js';
import { readWeightsFile } from './read-weights-file.js';
import type { WeightsFile } from './weights-file.js';
import { WeightsImportError } from './weights-import.errors.js';
import type { WeightsSource } from './weights-source.js';

/** Where the weights of a start folder came from. */
export const IMPORT_RECORD = 'import.json';

export interface WeightsImport {
  source: WeightsSource;
  /** Nothing is taken from a file with another one. */
  sha256?: string | undefined;
  /** Which network they are of. */
  architecture: ArchitectureChoice;
  /** Folder to write, made when missing. */
  outFolder: string;
  /** For people; the backbone and its width when absent. */
  name?: string | undefined;
}

export interface ImportedWeights extends MatchReport {
  name: string;
  backbone: string;
  width: number;
  source: string;
  sha256: string;
}

/** Widths with published weights. */
const publishedWidths = [1, 0.35, 0.5, 0.75, 1.3, 1.4];

/**
 * Reads weights from elsewhere and writes a folder that training can start from (`startFolder`): `weights.json` and `weights.bin`, and
 * where they came from.
 *
 * @throws {WeightsImportError}
 * @throws {UnknownBackboneError}
 */
export async function importWeights(request: WeightsImport): Promise<ImportedWeights> {
  const { source, outFolder } = request;
  const network = networkOf(request.architecture);
  const file = await readWeightsFile(source, request.sha256);
  const { weights, report } = matchOrSuggest(network, file);
  const { backbone, width } = network;
  const record: ImportedWeights = {
    ...{ name: request.name ?? `${backbone}-${width}`, backbone, width },
    ...{ source: withoutSecrets(source.location), sha256: source.digest() },
    ...report,
  };
  // As exact as they came: training goes on from them.
  const { manifest, data } = encodeWeights(weights, 'float32');
  await mkdir(outFolder, { recursive: true });
  await writeFile(join(outFolder, WEIGHTS_DATA), data);
  await writeFile(join(outFolder, WEIGHTS_MANIFEST), manifest);
  await writeFile(join(outFolder, IMPORT_RECORD), `${JSON.stringify(record, null, 2)}\n`);
  return record;
}

/** Matches weights; when they do not fit, the error says which network they fit. */
function matchOrSuggest(network: Network, file: WeightsFile): MatchedWeights {
  try {
    return matchWeights(network, file);
  } catch (error) {
    if (!(error instanceof WeightsImportError)) throw error;
    for (const backbone of backboneNames)
      for (const width of publishedWidths) {
        try {
          matchWeights(networkOf({ backbone, width }), file);
        } catch {
          continue;
        }
        const { title } = backboneOfName(backbone);
        throw new WeightsImportError(error.code, `${error.message} They fit ${title} ${width} (${backbone}).`, {
          cause: error,
        });
      }
    throw error;
  }
}

/** Addresses may carry a signature or a password; a file path stays as it is. */
function withoutSecrets(location: string): string {
  if (!/^https?:/i.test(location)) return location;
  const { origin, pathname } = new URL(location);
  return `${origin}${pathname}`;
}
