import type { ShelfSlot } from '../../monitoring/types';

type Quad = ShelfSlot['quads'][number];
type Point = Quad[number];

export interface PictureSize {
  width: number;
  height: number;
}

const text = ({ x, y }: Point, { width, height }: PictureSize): string =>
  `${Math.round(x * width * 10) / 10},${Math.round(y * height * 10) / 10}`;

/**
 * The corners of a slot: its facings stand side by side, so it reaches from the left edge of the first to the right
 * edge of the last.
 *
 * @param quads one for each facing, from the left
 * @returns `points` of an SVG polygon in pixels; empty when the slot is not in the picture
 */
export function slotOutline(quads: readonly Quad[], size: PictureSize): string {
  const first = quads[0];
  const last = quads.at(-1);
  if (first === undefined || last === undefined) return '';
  return [first[0], last[1], last[2], first[3]].map((point) => text(point, size)).join(' ');
}

/** Lines between the facings of a slot, each as two points in pixels. */
export function facingDividers(quads: readonly Quad[], size: PictureSize): string[] {
  return quads.slice(1).map(([topLeft, , , bottomLeft]) => `${text(topLeft, size)} ${text(bottomLeft, size)}`);
}
