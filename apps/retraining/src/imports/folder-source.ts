import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { type ClassNames, readClassNames } from './class-names.js';
import type { ImportLimits } from './import-limits.js';
import { type PictureSource, placeOf, type SourceFile } from './picture-source.js';
import { readLimited } from './read-limited.js';

/** A folder with a folder for each class. Links are not followed. */
export async function openFolder(folder: string, limits: ImportLimits): Promise<PictureSource> {
  const names = await readFile(join(folder, 'classes.csv'), 'utf8').then(readClassNames, () => new Map() as ClassNames);
  const paths = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => path !== 'classes.csv')
    .sort();
  return {
    total: paths.length,
    unsafe: [],
    async *files() {
      for (const path of paths) yield toFile(folder, path, names, limits);
    },
    close: async () => {},
  };
}

function toFile(folder: string, path: string, names: ClassNames, limits: ImportLimits): SourceFile {
  const { className, group } = placeOf(path);
  const named = className === undefined ? undefined : names.get(className);
  return {
    ...{ path, group, className: named?.gtin ?? className },
    displayName: named?.name ?? className,
    read: () => readLimited(join(folder, path), limits.maxFileBytes),
  };
}
