import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '@shelfwatch/persistence';
import { parsePictureId, type PictureStore } from '@shelfwatch/pictures';
import { CropDataSetWriter, type CropLabel, type DataSetSplit } from '@shelfwatch/vision/training-process';
import sharp from 'sharp';

/** Crops of a frozen data set, ready for a training process. */
export interface CropFolder {
  folder: string;
  split: DataSetSplit;
  golden: number[];
}

/** Writes the pictures of frozen data sets as square crops, once for each version and size. */
export class WriteCropFolder {
  constructor(
    private readonly database: Database,
    private readonly pictures: PictureStore,
    private readonly cacheDir: string,
  ) {}

  /**
   * Pictures are stretched to a square, as inference straightens a facing to one: the model meets in the shop what it was taught.
   *
   * @param cropSize side of the crops in pixels
   * @param onCrop hears of every crop that is written
   * @throws Error when a picture is gone
   */
  async write(
    versionId: string,
    cropSize: number,
    onCrop: (done: number, total: number) => void = () => {},
  ): Promise<CropFolder> {
    const items = await this.database.unit.dataSetVersions.items(versionId);
    const names = new Map(items.map(({ label, name }) => [label, name]));
    const labels = [...names]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([label, name]): CropLabel => ({ label, name }));
    const indexOf = new Map(labels.map(({ label }, index) => [label, index]));
    const folder = join(this.cacheDir, `${versionId}-${cropSize}`);
    const positions = (side: string) => items.flatMap((item) => (item.side === side ? [item.position] : []));
    const result: CropFolder = {
      ...{ folder, golden: positions('golden') },
      split: { train: positions('train'), validation: positions('validation'), test: positions('test') },
    };
    // The manifest comes last: a folder with one is complete.
    if (await exists(join(folder, 'data-set.json'))) return result;
    const writer = await CropDataSetWriter.create(folder, labels, cropSize);
    for (const { position, label, groupKey, pictureId } of items) {
      const picture = await this.pictures.get(parsePictureId(pictureId)!);
      if (picture === undefined)
        throw new Error(`The picture ${pictureId} of the data set is gone; freeze the data set anew.`);
      const crop = await sharp(picture.bytes, { limitInputPixels: 100e6 })
        .rotate()
        .resize(cropSize, cropSize, { fit: 'fill' })
        .toColourspace('srgb')
        .removeAlpha()
        .raw()
        .toBuffer();
      await writer.add({ label: indexOf.get(label)!, group: groupKey }, crop);
      onCrop(position + 1, items.length);
    }
    await writer.finish();
    return result;
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
