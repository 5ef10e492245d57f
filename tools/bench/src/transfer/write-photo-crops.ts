import { createHash } from 'node:crypto';
import type { CropLabel, DataSetSplit } from '@shelfwatch/vision/training';
import { CropDataSetWriter } from '@shelfwatch/vision/training';
import sharp from 'sharp';
import type { ListedPicture, PictureLists } from './read-picture-lists.js';

/** Larger than what networks see, so that random parts of it keep their detail. */
const CROP_SIZE = 288;
/** Without validation pictures, one in so many training pictures is kept for calibration. */
const CALIBRATION_EVERY = 12;

/** With pictures to test on, one in so many validation pictures is kept for calibration and the choice of an epoch. */
const VALIDATION_EVERY = 3;

export interface PhotoCrops {
  labels: CropLabel[];
  split: DataSetSplit;
  /** Number of the family of each label. */
  coarseOf: (label: number) => number;
  /** See `TrainingFacts`. */
  shapesVary: boolean;
}

/** Writes the pictures of all lists as one data set of crops: each whole, turned as its camera says, stretched to a square as the services do. */
export async function writePhotoCrops(
  lists: PictureLists,
  folder: string,
  progress: (done: number, total: number) => void,
): Promise<PhotoCrops> {
  const known = [...new Set(lists.train.map(({ fine }) => fine))].sort((a, b) => a - b);
  const family = new Map(lists.train.map(({ fine, coarse }) => [fine, coarse]));
  const hasFamilies = new Set(family.values()).size > 1;
  const labels = known.map((fine): CropLabel => ({
    ...{ label: restrictedGtin(fine), name: lists.nameOf(fine) },
    ...(hasFamilies ? { family: String(family.get(fine)) } : {}),
  }));
  const labelOf = new Map(known.map((fine, label) => [fine, label]));
  const writer = await CropDataSetWriter.create(folder, labels, CROP_SIZE);
  const split: DataSetSplit = { train: [], validation: [], test: [] };
  const sides = sidesOf(lists);
  const logShapes: number[] = [];
  let index = 0;
  for (const [side, pictures] of Object.entries(sides) as ['train' | 'validation' | 'test', ListedPicture[]][])
    for (const { path, fine } of pictures) {
      const label = labelOf.get(fine);
      if (label === undefined) throw new RangeError(`${path} is of class ${fine}, which has no training picture.`);
      const { pixels, logShape } = await readSquare(path);
      await writer.add({ label, group: path }, pixels);
      logShapes.push(logShape);
      split[side].push(index);
      index += 1;
      if (index % 200 === 0) progress(index, Object.values(sides).flat().length);
    }
  await writer.finish();
  return { labels, split, coarseOf: (label) => family.get(known[label]!)!, shapesVary: doVary(logShapes) };
}

/**
 * Calibration needs pictures that were not learnt from: one in three of those for validation, or, without such, some for training. The others are
 * learnt as well, once there are pictures to test on.
 */
function sidesOf({
  train,
  validation,
  test,
  testFile,
}: PictureLists): Record<'train' | 'validation' | 'test', ListedPicture[]> {
  if (validation.length > 0 && testFile !== 'val.txt') {
    const isCalibration = (_: ListedPicture, place: number) => place % VALIDATION_EVERY === 0;
    const learnt = validation.filter((it, place) => !isCalibration(it, place));
    return { train: [...train, ...learnt], validation: validation.filter(isCalibration), test };
  }
  if (validation.length > 0) return { train, validation, test: [] };
  const counts = new Map<number, number>();
  for (const { fine } of train) counts.set(fine, (counts.get(fine) ?? 0) + 1);
  const isKept = ({ path, fine }: ListedPicture) =>
    counts.get(fine)! >= 4 &&
    createHash('sha256')
      .update(path.replace(/^.*[\\/](?=.*[\\/])/, ''))
      .digest()[0]! %
      CALIBRATION_EVERY ===
      0;
  return { train: train.filter((it) => !isKept(it)), validation: train.filter(isKept), test };
}

/** @returns `CROP_SIZE` squared pixels of RGB, and the logarithm of how much wider than high the picture is */
async function readSquare(path: string): Promise<{ pixels: Uint8Array; logShape: number }> {
  const picture = sharp(path, { limitInputPixels: 100e6 });
  const { width, height, orientation = 1 } = await picture.metadata();
  const pixels = await picture
    .rotate()
    .resize(CROP_SIZE, CROP_SIZE, { fit: 'fill' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer();
  // Orientations from 5 on lie on their side.
  return { pixels, logShape: Math.log(width / height) * (orientation >= 5 ? -1 : 1) };
}

/** Whether shapes differ by more than a quarter: the standard deviation of the logarithm of width to height. */
function doVary(logShapes: readonly number[]): boolean {
  const mean = logShapes.reduce((sum, value) => sum + value, 0) / logShapes.length;
  const variance = logShapes.reduce((sum, value) => sum + (value - mean) ** 2, 0) / logShapes.length;
  return Math.sqrt(variance) > Math.log(1.25);
}

/** GTIN-14 of the restricted range (GS1 prefix 29) for a class that has none. */
function restrictedGtin(fine: number): string {
  const digits = `029${String(fine).padStart(10, '0')}`;
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 3 : 1), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
