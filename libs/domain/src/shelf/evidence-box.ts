import type { Quad } from './view.js';

/** Of the region's size, on each side: a gap is only seen beside what is there. */
const MARGIN = 0.25;

/** In pixels of a picture. */
export interface PixelBox {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The rectangle around some regions that shows as evidence what is there: with a margin, within a picture of that size. */
export function evidenceBox(quads: readonly Quad[], width: number, height: number): PixelBox {
  const points = quads.flat();
  const xs = points.map(({ x }) => x * width);
  const ys = points.map(({ y }) => y * height);
  const [minX, maxX, minY, maxY] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const left = clamp(Math.floor(minX - (maxX - minX) * MARGIN), 0, width - 1);
  const top = clamp(Math.floor(minY - (maxY - minY) * MARGIN), 0, height - 1);
  const right = clamp(Math.ceil(maxX + (maxX - minX) * MARGIN), left + 1, width);
  const bottom = clamp(Math.ceil(maxY + (maxY - minY) * MARGIN), top + 1, height);
  return { left, top, width: right - left, height: bottom - top };
}

/** Where a region of the whole picture lies in a picture that shows only `box` of it, at whatever scale. */
export const quadWithin = (box: PixelBox, quad: Quad, width: number, height: number): Quad =>
  quad.map(({ x, y }) => ({
    x: (x * width - box.left) / box.width,
    y: (y * height - box.top) / box.height,
  })) as unknown as Quad;

const clamp = (value: number, minimum: number, maximum: number): number => Math.min(maximum, Math.max(minimum, value));
