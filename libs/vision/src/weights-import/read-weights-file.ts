import { readKerasArchive } from './read-keras-archive.js';
import { readKerasH5 } from './read-keras-h5.js';
import { readTfjsModel } from './read-tfjs-model.js';
import { readTflite } from './read-tflite.js';
import type { WeightsFile } from './weights-file.js';
import { WeightsImportError } from './weights-import.errors.js';
import type { WeightsSource } from './weights-source.js';

/**
 * Reads weights in the format that the file's first bytes tell: TensorFlow.js (`model.json` and its shards), Keras (`.h5`, `.keras`) or
 * TensorFlow Lite.
 *
 * @param sha256 of the file, of `model.json` followed by its shards; nothing is taken from files with another one
 * @throws {WeightsImportError}
 */
export async function readWeightsFile(source: WeightsSource, sha256?: string): Promise<WeightsFile> {
  const bytes = await source.read();
  const check = () => {
    const found = source.digest();
    if (sha256 !== undefined && sha256.toLowerCase() !== found)
      throw new WeightsImportError(
        'WEIGHTS_CHECKSUM_WRONG',
        `${source.location} has the SHA-256 ${found}, not ${sha256}: it is another file, or was changed on its way. Nothing was taken from it.`,
      );
  };
  try {
    if (startsWith(bytes, '{') || startsWith(bytes, '['))
      return await readTfjsModel(Buffer.from(bytes).toString('utf8'), (name) => source.read(name), check);
    check();
    if (startsWith(bytes, '\x89HDF\r\n')) return await readKerasH5(bytes);
    if (startsWith(bytes, 'PK\x03\x04')) return await readKerasArchive(bytes);
    if (startsWith(bytes.subarray(4), 'TFL3')) return readTflite(bytes);
  } catch (cause) {
    if (cause instanceof WeightsImportError) throw cause;
    const reason = cause instanceof Error ? reasonOf(cause.message) : String(cause);
    throw new WeightsImportError(
      'WEIGHTS_UNREADABLE',
      `${source.location} is damaged or of a kind that is not read: ${reason}.`,
      { cause },
    );
  }
  throw new WeightsImportError(
    'WEIGHTS_UNREADABLE',
    `${source.location} is none of the files that are read: model.json of TensorFlow.js, .h5 or .keras of Keras, .tflite.`,
  );
}

/** The first line; of HDF5's report, which says everything from the outside in, the innermost cause. */
function reasonOf(message: string): string {
  const causes = [...message.matchAll(/ in H5\w+\(\): (.+)/g)];
  return (causes.at(-1)?.[1] ?? message.split('\n')[0]!).replace(/\.$/, '');
}

const startsWith = (bytes: Uint8Array, text: string): boolean =>
  Buffer.from(bytes.subarray(0, text.length)).toString('latin1') === text;
