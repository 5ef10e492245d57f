import type { Quad } from '@shelfwatch/domain';
import sharp from 'sharp';

/** Of the region's size, on each side: a gap is only seen beside what is there. */
const MARGIN = 0.25;
/** Small regions are enlarged so that a person sees something on the dashboard. */
const MIN_WIDTH_PX = 240;

export interface PixelBox {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The rectangle around some regions, with a margin, within a picture of that size. */
export function boxAround(quads: readonly Quad[], width: number, height: number): PixelBox {
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

/** Cuts a slot out of the original picture, at full resolution, as a JPEG. */
export async function cropEvidence(
  bytes: Buffer,
  quads: readonly Quad[],
  size: { width: number; height: number },
): Promise<Buffer> {
  const box = boxAround(quads, size.width, size.height);
  return sharp(bytes)
    .extract(box)
    .resize({ width: Math.max(box.width, MIN_WIDTH_PX), kernel: 'cubic' })
    .jpeg({ quality: 85 })
    .toBuffer();
}

const clamp = (value: number, minimum: number, maximum: number): number => Math.min(maximum, Math.max(minimum, value));
