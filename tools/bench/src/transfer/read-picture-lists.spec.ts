import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPictureLists } from './read-picture-lists.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lists-'));
});
afterEach(() => rm(folder, { recursive: true }));

const write = (file: string, ...lines: string[]) => writeFile(join(folder, file), lines.join('\n'));

describe('Picture lists', () => {
  it('When all files are there, then each picture has its two labels and each class its name', async () => {
    await write('train.txt', 'train/a, b.jpg, 3, 1', '');
    await write('val.txt', 'val/c.jpg, 3, 1');
    await write('test.txt', 'test/d.jpg, 4, 1');
    await write('classes.csv', 'Class Name (str),Class ID (int),Coarse', 'Apple,3,Fruit');
    const lists = await readPictureLists(folder);
    expect(lists.train).toEqual([{ path: join(folder, 'train/a,b.jpg'), fine: 3, coarse: 1 }]);
    expect(lists).toMatchObject({ testFile: 'test.txt', validation: [{ fine: 3 }], test: [{ fine: 4 }] });
    expect([lists.nameOf(3), lists.nameOf(4)]).toEqual(['Apple', 'class 4']);
  });

  it('When there is no test.txt, then the validation pictures are the test, and the answer says so', async () => {
    await write('train.txt', 'a.jpg, 0, 0');
    await write('val.txt', 'b.jpg, 0, 0');
    expect(await readPictureLists(folder)).toMatchObject({ testFile: 'val.txt', test: [{ fine: 0 }] });
  });

  it('When a row has no labels or nothing can be tested, then the error says what is missing', async () => {
    await write('train.txt', 'a.jpg');
    await expect(readPictureLists(folder)).rejects.toThrow('train.txt, line 1');
    await write('train.txt', 'a.jpg, 0, 0');
    await expect(readPictureLists(folder)).rejects.toThrow('neither test.txt nor val.txt');
  });
});
