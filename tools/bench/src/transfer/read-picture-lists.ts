import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A photograph of one product. */
export interface ListedPicture {
  path: string;
  /** Number of its class. */
  fine: number;
  /** Number of the family that the class belongs to. */
  coarse: number;
}

export interface PictureLists {
  train: ListedPicture[];
  /** Empty when the data set has no `val.txt`. */
  validation: ListedPicture[];
  test: ListedPicture[];
  /** File that `test` was read from. */
  testFile: string;
  nameOf: (fine: number) => string;
}

/**
 * Reads a data set in the layout of the Grocery Store Dataset: `train.txt`, `val.txt` and `test.txt` with rows `path, fine label, coarse label`,
 * and `classes.csv` with a header and rows that begin with `name,fine label`. Without `test.txt` the validation pictures are the test.
 *
 * @throws RangeError when a row cannot be understood, or there is nothing to train or test on
 */
export async function readPictureLists(folder: string): Promise<PictureLists> {
  const train = await readList(folder, 'train.txt');
  const validation = await readList(folder, 'val.txt');
  const hasTest = existsSync(join(folder, 'test.txt'));
  const testFile = hasTest ? 'test.txt' : 'val.txt';
  const test = hasTest ? await readList(folder, 'test.txt') : validation;
  if (train.length === 0) throw new RangeError(`There is no train.txt with pictures in ${folder}.`);
  if (test.length === 0) throw new RangeError(`There is neither test.txt nor val.txt with pictures in ${folder}.`);
  const names = await readNames(folder);
  return { train, validation, test, testFile, nameOf: (fine) => names.get(fine) ?? `class ${fine}` };
}

async function readList(folder: string, file: string): Promise<ListedPicture[]> {
  if (!existsSync(join(folder, file))) return [];
  const lines = (await readFile(join(folder, file), 'utf8')).split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const cells = line.split(',').map((cell) => cell.trim());
    const [fine, coarse] = cells.slice(-2).map(Number);
    const path = cells.slice(0, -2).join(',');
    if (path === '' || !Number.isInteger(fine) || !Number.isInteger(coarse))
      throw new RangeError(`${file}, line ${index + 1}: expected "path, fine label, coarse label", found "${line}".`);
    return [{ path: join(folder, path), fine: fine!, coarse: coarse! }];
  });
}

async function readNames(folder: string): Promise<Map<number, string>> {
  const path = join(folder, 'classes.csv');
  if (!existsSync(path)) return new Map();
  const rows = (await readFile(path, 'utf8')).trim().split('\n').slice(1);
  return new Map(rows.map((row) => row.split(',')).map(([name, fine]) => [Number(fine), name!.trim()]));
}
