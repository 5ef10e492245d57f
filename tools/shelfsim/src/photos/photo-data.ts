import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PhotoDataError } from './photo-data.errors.js';

export type PhotoSplit = 'train' | 'val' | 'test';

export interface PhotoClass {
  id: number;
  name: string;
  category: string;
  /** Paths of photographs, by split. */
  photos: Readonly<Record<PhotoSplit, readonly string[]>>;
}

/**
 * Reads a class-labelled set of photographs: `classes.csv` with a row for each class, and `train.txt`, `val.txt`,
 * `test.txt` with rows `path, class, coarse class`. `test.txt` may be missing.
 *
 * @throws PhotoDataError naming file and row
 */
export async function readPhotoData(folder: string): Promise<PhotoClass[]> {
  const names = await readClassNames(join(folder, 'classes.csv'));
  const lists = {
    train: await readList(folder, 'train', true),
    val: await readList(folder, 'val', true),
    test: await readList(folder, 'test', false),
  };
  const of = (id: number, split: PhotoSplit): string[] =>
    lists[split].filter((row) => row.id === id).map((row) => join(folder, row.path));
  return [...names].map(([id, { name, category }]) => ({
    id,
    name,
    category,
    photos: { train: of(id, 'train'), val: of(id, 'val'), test: of(id, 'test') },
  }));
}

async function readClassNames(file: string): Promise<Map<number, { name: string; category: string }>> {
  const [, ...rows] = (await text(file)).split(/\r?\n/);
  const names = new Map<number, { name: string; category: string }>();
  rows.forEach((row, index) => {
    if (row.trim() === '') return;
    const [name, id, category] = row.split(',').map((cell) => cell.trim());
    if (name === undefined || category === undefined || !/^\d+$/.test(id ?? ''))
      throw new PhotoDataError(file, index + 2, 'expected "name,class id,coarse name,…"');
    names.set(Number(id), { name: name.replaceAll('-', ' '), category: category.replaceAll('-', ' ') });
  });
  if (names.size === 0) throw new PhotoDataError(file, undefined, 'there is no class in it');
  return names;
}

async function readList(folder: string, split: PhotoSplit, required: boolean): Promise<{ path: string; id: number }[]> {
  const file = join(folder, `${split}.txt`);
  const content = await text(file).catch((error: unknown) => {
    if (required) throw error;
    return '';
  });
  return content.split(/\r?\n/).flatMap((row, index) => {
    if (row.trim() === '') return [];
    const [path, id] = row.split(',').map((cell) => cell.trim());
    if (path === undefined || path === '' || !/^\d+$/.test(id ?? ''))
      throw new PhotoDataError(file, index + 1, 'expected "path, class id, coarse class id"');
    return [{ path, id: Number(id) }];
  });
}

async function text(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new PhotoDataError(file, undefined, 'cannot be read; give the folder of the data set with --data', { cause });
  }
}
