import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CropDataSet, type CropItem, DATA_SET_MANIFEST, DATA_SET_PIXELS } from './crop-data-set.js';

/** Writes a data set folder crop by crop. The manifest comes last, so that a folder with a manifest is complete. */
export class CropDataSetWriter {
  private readonly items: CropItem[] = [];
  private readonly hash = createHash('sha256');

  private constructor(
    private readonly folder: string,
    private readonly labels: CropDataSet['labels'],
    private readonly cropSize: number,
    private readonly pixels: FileHandle,
  ) {}

  static async create(folder: string, labels: CropDataSet['labels'], cropSize: number): Promise<CropDataSetWriter> {
    await mkdir(folder, { recursive: true });
    await rm(join(folder, DATA_SET_MANIFEST), { force: true });
    return new CropDataSetWriter(folder, labels, cropSize, await open(join(folder, DATA_SET_PIXELS), 'w'));
  }

  /** @param crop `cropSize * cropSize * 3` bytes, rows of R, G, B; may be reused afterwards */
  async add(item: CropItem, crop: Uint8Array): Promise<void> {
    if (crop.length !== this.cropSize ** 2 * 3)
      throw new RangeError(`A crop of ${crop.length} bytes is not ${this.cropSize}×${this.cropSize} RGB.`);
    if (item.label !== -1 && this.labels[item.label] === undefined)
      throw new RangeError(`There is no label ${item.label}.`);
    this.items.push({ ...item });
    this.hash.update(crop);
    await this.pixels.write(crop);
  }

  async finish(): Promise<void> {
    await this.pixels.close();
    const { labels, items, cropSize } = this;
    const hash = this.hash.update(JSON.stringify({ labels, items, cropSize })).digest('hex');
    await writeFile(join(this.folder, DATA_SET_MANIFEST), JSON.stringify({ cropSize, hash, labels, items }));
  }
}
