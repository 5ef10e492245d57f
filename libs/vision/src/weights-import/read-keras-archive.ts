import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { readKerasH5 } from './read-keras-h5.js';
import type { NamedLayers } from './weights-file.js';

const WEIGHTS = 'model.weights.h5';
const CONFIG = 'config.json';
const LARGEST_BYTES = 1 << 30;

const openZip = promisify<Buffer, yauzl.Options, ZipFile>(yauzl.fromBuffer);

/**
 * Reads a `.keras` file: a ZIP with the configuration and the weights.
 *
 * @throws {Error} when it is no such file
 */
export async function readKerasArchive(bytes: Uint8Array): Promise<NamedLayers> {
  const zip = await openZip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), { lazyEntries: true });
  const files = await unpack(zip, [WEIGHTS, CONFIG]);
  const weights = files.get(WEIGHTS);
  if (weights === undefined) throw new Error(`the archive holds no ${WEIGHTS}`);
  const config = files.get(CONFIG);
  return readKerasH5(weights, config && JSON.parse(config.toString('utf8')));
}

function unpack(zip: ZipFile, wanted: readonly string[]): Promise<Map<string, Buffer>> {
  const open = promisify(zip.openReadStream.bind(zip) as (entry: Entry, done: StreamCallback) => void);
  const files = new Map<string, Buffer>();
  return new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', () => resolve(files));
    zip.on('entry', (entry: Entry) => {
      void (async () => {
        if (wanted.includes(entry.fileName)) {
          if (entry.uncompressedSize > LARGEST_BYTES) throw new Error(`${entry.fileName} is too large`);
          files.set(entry.fileName, await buffer((await open(entry))!));
        }
        zip.readEntry();
      })().catch(reject);
    });
    zip.readEntry();
  });
}

type StreamCallback = (error: Error | null, stream?: NodeJS.ReadableStream) => void;
