import type { Corners, PixelPoint } from './corners.js';

/**
 * Projective map from the unit square to a quadrilateral:
 * `x = (a·u + b·v + c) / (g·u + h·v + 1)`, `y = (d·u + e·v + f) / (g·u + h·v + 1)`.
 */
export interface Homography {
  a: number;
  b: number;
  c: number;
  d: number;
  e: number;
  f: number;
  g: number;
  h: number;
}

/**
 * The map that takes (0,0), (1,0), (1,1), (0,1) to the corners in order (Heckbert 1989, p. 20).
 *
 * @param corners top left, top right, bottom right, bottom left; must be convex
 */
export function squareToQuad([p0, p1, p2, p3]: Corners): Homography {
  const dx1 = p1.x - p2.x;
  const dy1 = p1.y - p2.y;
  const dx2 = p3.x - p2.x;
  const dy2 = p3.y - p2.y;
  const sx = p0.x - p1.x + p2.x - p3.x;
  const sy = p0.y - p1.y + p2.y - p3.y;
  const determinant = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / determinant;
  const h = (dx1 * sy - sx * dy1) / determinant;
  return {
    a: p1.x - p0.x + g * p1.x,
    b: p3.x - p0.x + h * p3.x,
    c: p0.x,
    d: p1.y - p0.y + g * p1.y,
    e: p3.y - p0.y + h * p3.y,
    f: p0.y,
    g,
    h,
  };
}

/** Whether the corners, in order, turn the same way by more than a sliver of a pixel at each. */
export function isConvex(corners: readonly PixelPoint[]): boolean {
  const turns = corners.map((corner, index) => {
    const next = corners[(index + 1) % corners.length]!;
    const afterNext = corners[(index + 2) % corners.length]!;
    return (next.x - corner.x) * (afterNext.y - next.y) - (next.y - corner.y) * (afterNext.x - next.x);
  });
  return turns.every((turn) => turn > 0.01) || turns.every((turn) => turn < -0.01);
}
