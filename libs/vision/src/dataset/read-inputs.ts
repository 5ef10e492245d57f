import { cropRegion } from '../preprocess/crop-region.js';
import type { CropDataSet } from './crop-data-set.js';

const whole = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
] as const;

/**
 * Crops of a data set at the size of a network's input.
 *
 * @param size side in pixels
 * @returns `indexes.length * size * size * 3` bytes, rows of R, G, B
 */
export function readInputs(dataSet: CropDataSet, indexes: readonly number[], size: number): Uint8Array {
  const { cropSize } = dataSet;
  const crop = new Uint8Array(cropSize * cropSize * 3);
  const length = size * size * 3;
  const inputs = new Uint8Array(indexes.length * length);
  indexes.forEach((index, place) => {
    dataSet.read(index, crop);
    const into = inputs.subarray(place * length, (place + 1) * length);
    if (cropSize === size) into.set(crop);
    else cropRegion({ width: cropSize, height: cropSize, data: crop }, whole, { size, margin: 0, into });
  });
  return inputs;
}
