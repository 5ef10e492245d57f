import { mkdtemp, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATA_SET_PIXELS } from './crop-data-set.js';
import { CropDataSetWriter } from './crop-data-set-writer.js';
import { DataSetError } from './dataset.errors.js';
import { openCropDataSet } from './open-crop-data-set.js';
import { splitByGroup } from './split-by-group.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'data-set-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const labels = ['a', 'b'].map((label) => ({ label, name: label.toUpperCase() }));
const cropOf = (value: number) => new Uint8Array(4 * 4 * 3).fill(value);

async function write(values: number[]): Promise<void> {
  const writer = await CropDataSetWriter.create(folder, labels, 4);
  for (const value of values) await writer.add({ label: value % 2, group: `g${value}` }, cropOf(value));
  await writer.finish();
}

describe('Data set folder', () => {
  it('When a data set is written and opened, then labels, groups and pixels are the same', async () => {
    await write([1, 2, 3]);
    const dataSet = openCropDataSet(folder);
    const crop = new Uint8Array(48);
    dataSet.read(2, crop);
    expect(crop).toEqual(cropOf(3));
    expect(dataSet.items[2]).toEqual({ label: 1, group: 'g3' });
    expect(dataSet.labels).toEqual(labels);
    dataSet.close();
  });

  it('When one pixel differs, then the hash differs', async () => {
    const hashOf = async (values: number[]) => {
      await write(values);
      const { hash, close } = openCropDataSet(folder);
      close();
      return hash;
    };
    expect(await hashOf([1, 2])).toBe(await hashOf([1, 2]));
    expect(await hashOf([1, 2])).not.toBe(await hashOf([1, 4]));
  });

  it('When pixels are cut short or the manifest is missing, then the error names the file', async () => {
    expect(() => openCropDataSet(folder)).toThrow(DataSetError);
    await write([1, 2]);
    await truncate(join(folder, DATA_SET_PIXELS), 10);
    expect(() => openCropDataSet(folder)).toThrow(/crops\.bin has 10 bytes instead of 96/);
  });

  it('When a crop has the wrong size, then it is refused', async () => {
    const writer = await CropDataSetWriter.create(folder, labels, 4);
    await expect(writer.add({ label: 0, group: 'g' }, new Uint8Array(5))).rejects.toThrow(RangeError);
    await writer.finish();
  });
});

describe('Split by group', () => {
  const items = Array.from({ length: 200 }, (_, index) => ({ label: index % 4, group: `camera-${index % 40}` }));

  it('When a set is split, then no group is on two sides and the shares are met', () => {
    const split = splitByGroup(items, { validation: 0.2, test: 0.1 }, 3);
    const groups = Object.values(split).map(
      (indexes: number[]) => new Set(indexes.map((index) => items[index]!.group)),
    );
    expect(groups.reduce((sum, { size }) => sum + size, 0)).toBe(40);
    expect([split.train.length, split.validation.length, split.test.length]).toEqual([140, 40, 20]);
  });
});
