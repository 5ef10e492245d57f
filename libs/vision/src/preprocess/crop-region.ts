import type { Quad } from '@shelfwatch/domain';
import { isConvex, type PixelPoint, squareToQuad } from './homography.js';
import { RegionError } from './picture.errors.js';
import type { RgbPicture } from './rgb-picture.js';
import { samplePerspective } from './sample-perspective.js';
import { type PixelBox, shrinkPicture } from './shrink-picture.js';

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

  const [p0, p1, p2, p3] = corners;
  const spread = (1 + 2 * margin) / size;
  const factorX = blockOf(Math.max(distance(p0, p1), distance(p3, p2)) * spread);
  const factorY = blockOf(Math.max(distance(p0, p3), distance(p1, p2)) * spread);
  if (factorX === 1 && factorY === 1) {
    samplePerspective(picture, map, margin, size, into);
    return into;
  }
  const factor = axisFactors(corners, factorX, factorY);
  const box = boundingBox(picture, corners, margin, factor);
  const small = shrinkPicture(picture, box, factor.x, factor.y);
  const inSmall = corners.map(({ x, y }) => ({ x: (x - box.left) / factor.x, y: (y - box.top) / factor.y }));
  samplePerspective(small, squareToQuad(inSmall as unknown as Corners), margin, size, into);
  return into;
}

type Corners = readonly [PixelPoint, PixelPoint, PixelPoint, PixelPoint];

const toPixels = ({ width, height }: RgbPicture, [p0, p1, p2, p3]: Quad): Corners => {
  const scale = ({ x, y }: PixelPoint): PixelPoint => ({ x: x * width, y: y * height });
  return [scale(p0), scale(p1), scale(p2), scale(p3)];
};

const distance = (a: PixelPoint, b: PixelPoint): number => Math.hypot(a.x - b.x, a.y - b.y);

/** Source pixels to average for each result pixel, along one side. */
const blockOf = (sourcePixelsPerPixel: number): number => Math.max(1, Math.round(sourcePixelsPerPixel));

/** Beyond the horizon of the projection the denominator changes its sign. */
function seesWholeCrop({ g, h }: { g: number; h: number }, margin: number): boolean {
  const ends = [-margin, 1 + margin];
  return ends.every((u) => ends.every((v) => g * u + h * v + 1 > 0.05));
}

/** A region that lies on its side has its columns along the picture's rows. */
function axisFactors([p0, p1]: Corners, alongTop: number, alongSide: number): { x: number; y: number } {
  const upright = Math.abs(p1.x - p0.x) >= Math.abs(p1.y - p0.y);
  return upright ? { x: alongTop, y: alongSide } : { x: alongSide, y: alongTop };
}

function boundingBox(
  picture: RgbPicture,
  corners: Corners,
  margin: number,
  factor: { x: number; y: number },
): PixelBox {
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  // Perspective stretches the margin on the near side: twice the margin holds it, and a block more the bilinear neighbour.
  const padX = (Math.max(...xs) - Math.min(...xs)) * margin * 2 + factor.x;
  const padY = (Math.max(...ys) - Math.min(...ys)) * margin * 2 + factor.y;
  const left = clamp(Math.floor(Math.min(...xs) - padX), 0, picture.width - 1);
  const top = clamp(Math.floor(Math.min(...ys) - padY), 0, picture.height - 1);
  const right = clamp(Math.ceil(Math.max(...xs) + padX), left + 1, picture.width);
  const bottom = clamp(Math.ceil(Math.max(...ys) + padY), top + 1, picture.height);
  return { left, top, width: right - left, height: bottom - top };
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
