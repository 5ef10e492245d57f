import type { Point, Quad } from '@shelfwatch/domain';
import sharp from 'sharp';

/** What is cut around a region on each side, as a fraction of it: the same as inference looks at (CONTEXT_MARGIN of libs/vision). */
const MARGIN = 0.06;
const [LEAST_SIDE, MOST_SIDE] = [16, 768];

/**
 * Cuts one facing out of a picture, seen from straight in front, at about the resolution that the picture has there: what a person labels, and
 * what a model then learns, is what inference saw.
 *
 * @param quad corners as fractions of width and height
 * @returns a JPEG
 * @throws RangeError when the corners enclose nothing or lie outside the picture
 */
export async function cutFacing(bytes: Uint8Array, quad: Quad): Promise<Buffer> {
  const { width = 0, height = 0 } = await sharp(bytes).metadata();
  const corners = quad.map(({ x, y }) => ({ x: x * width, y: y * height })) as unknown as Quad;
  const map = squareToQuad(corners);
  const edge = [-MARGIN, 1 + MARGIN] as const;
  const outline = edge.flatMap((u) => edge.map((v) => map(u, v)));
  const left = clamp(Math.floor(Math.min(...outline.map(({ x }) => x))) - 1, 0, width - 1);
  const top = clamp(Math.floor(Math.min(...outline.map(({ y }) => y))) - 1, 0, height - 1);
  const right = clamp(Math.ceil(Math.max(...outline.map(({ x }) => x))) + 1, left + 1, width);
  const bottom = clamp(Math.ceil(Math.max(...outline.map(({ y }) => y))) + 1, top + 1, height);
  if (!outline.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y)) || right - left < 2 || bottom - top < 2)
    throw new RangeError('The region encloses nothing of the picture.');
  const { data, info } = await sharp(bytes)
    .extract({ left, top, width: right - left, height: bottom - top })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const [topLeft, topRight, bottomRight, bottomLeft] = corners;
  const across = sideOf(distance(topLeft, topRight), distance(bottomLeft, bottomRight));
  const down = sideOf(distance(topLeft, bottomLeft), distance(topRight, bottomRight));
  const straight = Buffer.alloc(across * down * 3);
  for (let row = 0; row < down; row += 1)
    for (let column = 0; column < across; column += 1) {
      const u = -MARGIN + ((column + 0.5) / across) * (1 + 2 * MARGIN);
      const v = -MARGIN + ((row + 0.5) / down) * (1 + 2 * MARGIN);
      const { x, y } = map(u, v);
      sample(data, info, x - left - 0.5, y - top - 0.5, straight, (row * across + column) * 3);
    }
  return sharp(straight, { raw: { width: across, height: down, channels: 3 } })
    .jpeg({ quality: 92 })
    .toBuffer();
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
const sideOf = (...lengths: readonly number[]): number =>
  clamp(Math.round(Math.max(...lengths) * (1 + 2 * MARGIN)), LEAST_SIDE, MOST_SIDE);

/** The projective map that takes (0,0), (1,0), (1,1), (0,1) to the corners in order (Heckbert 1989, p. 20). */
function squareToQuad([p0, p1, p2, p3]: Quad): (u: number, v: number) => Point {
  const [dx1, dy1] = [p1.x - p2.x, p1.y - p2.y];
  const [dx2, dy2] = [p3.x - p2.x, p3.y - p2.y];
  const [sx, sy] = [p0.x - p1.x + p2.x - p3.x, p0.y - p1.y + p2.y - p3.y];
  const determinant = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / determinant;
  const h = (dx1 * sy - sx * dy1) / determinant;
  return (u, v) => {
    const w = g * u + h * v + 1;
    return {
      x: ((p1.x - p0.x + g * p1.x) * u + (p3.x - p0.x + h * p3.x) * v + p0.x) / w,
      y: ((p1.y - p0.y + g * p1.y) * u + (p3.y - p0.y + h * p3.y) * v + p0.y) / w,
    };
  };
}

/** Bilinear; beyond the edge the nearest pixel is repeated. */
function sample(
  data: Buffer,
  { width, height }: { width: number; height: number },
  x: number,
  y: number,
  into: Buffer,
  at: number,
): void {
  const [cx, cy] = [clamp(x, 0, width - 1), clamp(y, 0, height - 1)];
  const [x0, y0] = [Math.floor(cx), Math.floor(cy)];
  const [x1, y1] = [Math.min(x0 + 1, width - 1), Math.min(y0 + 1, height - 1)];
  const [fx, fy] = [cx - x0, cy - y0];
  for (let channel = 0; channel < 3; channel += 1) {
    const of = (column: number, row: number) => data[(row * width + column) * 3 + channel]!;
    const upper = of(x0, y0) * (1 - fx) + of(x1, y0) * fx;
    const lower = of(x0, y1) * (1 - fx) + of(x1, y1) * fx;
    into[at + channel] = Math.round(upper * (1 - fy) + lower * fy);
  }
}

const clamp = (value: number, minimum: number, maximum: number): number => Math.min(maximum, Math.max(minimum, value));
