import { createWriteStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/**
 * Packs every file below a folder, without compressing: pictures are compressed already.
 *
 * @returns how many files
 */
export async function zipFolder(folder: string, zipPath: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const zip = new ZipFile();
  for (const file of files) zip.addFile(file, relative(folder, file).split(sep).join('/'), { compress: false });
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(zipPath));
  return files.length;
}
