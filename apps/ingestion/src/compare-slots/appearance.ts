import type { Quad } from '@shelfwatch/domain';
import type { Thumbnail } from '../decode-frame/thumbnail.js';

// Bound once: they are called for every sample.
const { floor, max, min } = Math;

/** Cells of the grid that is laid over a facing. */
export const GRID_COLUMNS = 6;
export const GRID_ROWS = 8;
/** Samples a cell in each direction, averaged: pixels of a JPEG are noisy. */
const SAMPLES = 2;
/** Neighbours lean into the edges of a region; they are left out. */
const INSET = 0.08;

/** How a facing looks: mean red, green, blue (0..255) of each cell, row by row. Length `6 · 8 · 3`. */
export type Appearance = Float32Array;

/** Samples a facing from the thumbnail through its four corners, so that perspective does not matter. */
export function appearanceOf(thumbnail: Thumbnail, quad: Quad): Appearance {
  const appearance = new Float32Array(GRID_COLUMNS * GRID_ROWS * 3);
  const across = GRID_COLUMNS * SAMPLES;
  const down = GRID_ROWS * SAMPLES;
  for (let row = 0; row < down; row++) {
    const v = INSET + ((row + 0.5) / down) * (1 - 2 * INSET);
    for (let column = 0; column < across; column++) {
      const u = INSET + ((column + 0.5) / across) * (1 - 2 * INSET);
      const pixel = pixelAt(thumbnail, quad, u, v);
      const cell = (floor(row / SAMPLES) * GRID_COLUMNS + floor(column / SAMPLES)) * 3;
      for (let channel = 0; channel < 3; channel++) {
        appearance[cell + channel]! += thumbnail.rgb[pixel + channel]! / (SAMPLES * SAMPLES);
      }
    }
  }
  return appearance;
}

/** Index of the pixel at `u` (left to right) and `v` (top to bottom) of the region, 0..1 each. */
function pixelAt(
  { width, height }: Thumbnail,
  [topLeft, topRight, bottomRight, bottomLeft]: Quad,
  u: number,
  v: number,
) {
  const blend = (axis: 'x' | 'y') =>
    (topLeft[axis] * (1 - u) + topRight[axis] * u) * (1 - v) + (bottomLeft[axis] * (1 - u) + bottomRight[axis] * u) * v;
  const x = min(width - 1, max(0, floor(blend('x') * width)));
  const y = min(height - 1, max(0, floor(blend('y') * height)));
  return (y * width + x) * 3;
}
