import { createWriteStream } from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { ProblemException } from '@shelfwatch/platform';
import yauzl, { type Entry, type ZipFile } from 'yauzl';

const openFile = promisify<string, yauzl.Options, ZipFile>(yauzl.open);

/** Names that a file of a model folder may have; anything else in the ZIP is left out. */
const FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
const MOST_FILES = 50;

/**
 * Unpacks the files of a ZIP, without its folders, into a folder that is there.
 *
 * @param maxBytes of all files together, unpacked
 * @throws ProblemException 422 for what is no ZIP, or more than that
 */
export async function unpackModelZip(zipPath: string, into: string, maxBytes: number): Promise<void> {
  try {
    const zip = await openFile(zipPath, { lazyEntries: true, autoClose: true, validateEntrySizes: true });
    await new Promise<void>((resolve, reject) => {
      let [files, bytes] = [0, 0];
      const take = async (entry: Entry): Promise<void> => {
        const name = basename(entry.fileName);
        files += 1;
        bytes += entry.uncompressedSize;
        if (files > MOST_FILES) throw new Error(`it has more than ${MOST_FILES} files`);
        if (bytes > maxBytes) throw new Error(`unpacked it has more than ${Math.round(maxBytes / 1e6)} MB`);
        if (!entry.fileName.endsWith('/') && FILE_NAME.test(name))
          await pipeline(await openEntry(zip, entry), createWriteStream(join(into, name), { flags: 'wx' }));
        zip.readEntry();
      };
      zip.on('error', reject);
      zip.on('end', resolve);
      zip.on('entry', (entry: Entry) => void take(entry).catch(reject));
      zip.readEntry();
    }).finally(() => zip.close());
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ProblemException(
      422,
      'MODEL_ZIP_REFUSED',
      `This is no ZIP of a model folder: ${why}. Send the files of a model folder (metadata.json, model.onnx, weights.json, weights.bin) as one ZIP.`,
    );
  }
}

const openEntry = (zip: ZipFile, entry: Entry): Promise<NodeJS.ReadableStream> =>
  new Promise((resolve, reject) =>
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream))),
  );
