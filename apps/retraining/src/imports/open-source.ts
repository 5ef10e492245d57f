import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { openCsv } from './csv-source.js';
import { openFolder } from './folder-source.js';
import type { ImportLimits } from './import-limits.js';
import type { PictureSource } from './picture-source.js';
import { OUTSIDE, realPathBelow } from './real-path-below.js';
import { openZip } from './zip-source.js';

/**
 * Opens a folder, a ZIP or a CSV.
 *
 * @param root folder that a CSV's paths must not leave
 * @throws {ZipRefused} {CsvRefused}
 */
export async function openSource(path: string, root: string, limits: ImportLimits): Promise<PictureSource> {
  if ((await stat(path)).isDirectory()) return openFolder(path, limits);
  return path.endsWith('.zip') ? openZip(path, limits) : openCsv(path, root, limits);
}

/** The real path of a folder or CSV below `root`; undefined when there is none, or it leads out. */
export async function resolveBelow(root: string, path: string): Promise<string | undefined> {
  const found = await realPathBelow(root, resolve(root, path));
  if (found === undefined || found === OUTSIDE) return undefined;
  return (await stat(found)).isDirectory() || /\.csv$/i.test(found) ? found : undefined;
}
