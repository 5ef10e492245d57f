import type { Quad } from '@shelfwatch/domain';
import { blocksToAverage, boundingBox, type Corners, mapCorners } from './corners.js';
import { type Homography, isConvex, squareToQuad } from './homography.js';
import { RegionError } from './picture.errors.js';
import type { RgbPicture } from './rgb-picture.js';
import { samplePerspective } from './sample-perspective.js';
import { shrinkPicture } from './shrink-picture.js';

/** Side of a crop, in pixels. */
export const CROP_SIZE = 224;

/** Bytes of one crop: rows of R, G, B. */
export const CROP_BYTES = CROP_SIZE * CROP_SIZE * 3;

/** How much of the surroundings to include on each side, as a fraction of the region: a gap shows best beside its neighbours. */
export const CONTEXT_MARGIN = 0.06;

export interface CropOptions {
  /** Side of the square result, in pixels. */
  size?: number;
  /** @see CONTEXT_MARGIN */
  margin?: number;
  /** Where to write; allocated when missing. Holds at least `size * size * 3` bytes. */
  into?: Uint8Array;
}

/**
 * Cuts a region out of a picture, seen from straight in front and stretched to a square. Training and inference both use this, so
 * that the model meets in the shop exactly what it was taught. Beyond the picture's edge the nearest pixel is repeated.
 *
 * @param quad corners as fractions of width and height
 * @returns `size * size * 3` bytes, rows of R, G, B
 * @throws {RegionError} when the corners are not convex or enclose nothing
 */
export function cropRegion(picture: RgbPicture, quad: Quad, options: CropOptions = {}): Uint8Array {
  const { size = CROP_SIZE, margin = CONTEXT_MARGIN, into = new Uint8Array(size * size * 3) } = options;
  const corners = toPixels(picture, quad);
  if (!isConvex(corners)) throw new RegionError('The corners of the region do not enclose a convex area.');
  const map = squareToQuad(corners);
  if (!seesWholeCrop(map, margin)) throw new RegionError('The region is too strongly distorted to be straightened.');

  const blocks = blocksToAverage(corners, size / (1 + 2 * margin));
  if (blocks.x === 1 && blocks.y === 1) {
    samplePerspective(picture, map, margin, size, into);
    return into;
  }
  const box = boundingBox(picture, corners, margin, blocks);
  const small = shrinkPicture(picture, box, blocks.x, blocks.y);
  const inSmall = mapCorners(corners, ({ x, y }) => ({ x: (x - box.left) / blocks.x, y: (y - box.top) / blocks.y }));
  samplePerspective(small, squareToQuad(inSmall), margin, size, into);
  return into;
}

function toPixels({ width, height }: RgbPicture, quad: Quad): Corners {
  return mapCorners(quad, ({ x, y }) => ({ x: x * width, y: y * height }));
}

/** Beyond the horizon of the projection the denominator changes its sign. */
function seesWholeCrop({ g, h }: Homography, margin: number): boolean {
  const ends = [-margin, 1 + margin];
  return ends.every((u) => ends.every((v) => g * u + h * v + 1 > 0.05));
}
