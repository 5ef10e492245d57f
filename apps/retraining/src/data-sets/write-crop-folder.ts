import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database, DataSetItemEntity } from '@shelfwatch/persistence';
import { parsePictureId, type PictureStore } from '@shelfwatch/pictures';
import {
  CropDataSetWriter,
  type CropItem,
  type CropLabel,
  type DataSetSplit,
} from '@shelfwatch/vision/training-process';
import { readSquareCrop } from './read-square-crop.js';

/** Crops of a frozen data set, ready for a training process. */
export interface CropFolder {
  folder: string;
  /** With the sides `golden` and `unknown`, which are empty when the version has none. */
  split: Required<DataSetSplit>;
}

/** Pictures that are decoded at the same time, on threads of their own. */
const AT_ONCE = 16;

/** Writes the pictures of frozen data sets as square crops, once for each version and size. */
export class WriteCropFolder {
  constructor(
    private readonly database: Database,
    private readonly pictures: PictureStore,
    private readonly cacheDir: string,
  ) {}

  /**
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
    const labels = labelsOf(items);
    const indexOf = new Map(labels.map(({ label }, index) => [label, index]));
    const folder = join(this.cacheDir, `${versionId}-${cropSize}`);
    const result: CropFolder = { folder, split: splitOf(items) };
    // The manifest comes last: a folder with one is complete.
    if (await exists(join(folder, 'data-set.json'))) return result;
    const writer = await CropDataSetWriter.create(folder, labels, cropSize);
    for (let at = 0; at < items.length; at += AT_ONCE) {
      const part = items.slice(at, at + AT_ONCE);
      const crops = await Promise.all(part.map(({ pictureId }) => this.readCrop(pictureId, cropSize)));
      for (const [place, item] of part.entries()) {
        await writer.add(toCropItem(item, indexOf), crops[place]!);
        onCrop(item.position + 1, items.length);
      }
    }
    await writer.finish();
    return result;
  }

  private async readCrop(pictureId: string, cropSize: number): Promise<Uint8Array> {
    const picture = await this.pictures.get(parsePictureId(pictureId)!);
    if (picture === undefined)
      throw new Error(`The picture ${pictureId} of the data set is gone; freeze the data set anew.`);
    return readSquareCrop(picture.bytes, cropSize);
  }
}

/** Classes that are taught, in the order of the model's outputs. */
function labelsOf(items: readonly DataSetItemEntity[]): CropLabel[] {
  const names = new Map(items.flatMap(({ side, label, name }) => (side === 'unknown' ? [] : [[label, name] as const])));
  return [...names].sort(([a], [b]) => a.localeCompare(b)).map(([label, name]) => ({ label, name }));
}

function splitOf(items: readonly DataSetItemEntity[]): Required<DataSetSplit> {
  const on = (side: DataSetItemEntity['side']) => items.flatMap((item) => (item.side === side ? [item.position] : []));
  return {
    ...{ train: on('train'), validation: on('validation'), test: on('test') },
    ...{ golden: on('golden'), unknown: on('unknown') },
  };
}

const toCropItem = (
  { side, label, groupKey, sampleId, cameraId, luma }: DataSetItemEntity,
  indexOf: ReadonlyMap<string, number>,
): CropItem => ({
  ...{ label: side === 'unknown' ? -1 : indexOf.get(label)!, group: groupKey, id: sampleId, luma },
  ...(cameraId === null ? {} : { camera: cameraId }),
});

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
