import type { RgbPicture } from './rgb-picture.js';
import type { PixelBox } from './shrink-picture.js';

/** A point in pixels. */
export interface PixelPoint {
  x: number;
  y: number;
}

/** Corners of a region in pixels: top left, top right, bottom right, bottom left. */
export type Corners = readonly [PixelPoint, PixelPoint, PixelPoint, PixelPoint];

/** How many pixels along each axis of the picture. */
export interface Blocks {
  x: number;
  y: number;
}

export const mapCorners = ([a, b, c, d]: Corners, map: (corner: PixelPoint) => PixelPoint): Corners => [
  map(a),
  map(b),
  map(c),
  map(d),
];

/**
 * Blocks of source pixels to average before a region is sampled with `samples` points along each side: as many as the points lie
 * apart, at least one.
 */
export function blocksToAverage([p0, p1, p2, p3]: Corners, samples: number): Blocks {
  const along = (a: PixelPoint, b: PixelPoint): number => Math.hypot(a.x - b.x, a.y - b.y);
  const across = Math.max(1, Math.round(Math.max(along(p0, p1), along(p3, p2)) / samples));
  const down = Math.max(1, Math.round(Math.max(along(p0, p3), along(p1, p2)) / samples));
  // A region that lies on its side has its columns along the picture's rows.
  const isUpright = Math.abs(p1.x - p0.x) >= Math.abs(p1.y - p0.y);
  return isUpright ? { x: across, y: down } : { x: down, y: across };
}

/** The part of a picture that sampling a region can touch. */
export function boundingBox(picture: RgbPicture, corners: Corners, margin: number, blocks: Blocks): PixelBox {
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  // Perspective stretches the margin on the near side: twice the margin holds it, and a block more the bilinear neighbour.
  const padX = (Math.max(...xs) - Math.min(...xs)) * margin * 2 + blocks.x;
  const padY = (Math.max(...ys) - Math.min(...ys)) * margin * 2 + blocks.y;
  const left = clamp(Math.floor(Math.min(...xs) - padX), 0, picture.width - 1);
  const top = clamp(Math.floor(Math.min(...ys) - padY), 0, picture.height - 1);
  const right = clamp(Math.ceil(Math.max(...xs) + padX), left + 1, picture.width);
  const bottom = clamp(Math.ceil(Math.max(...ys) + padY), top + 1, picture.height);
  return { left, top, width: right - left, height: bottom - top };
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
