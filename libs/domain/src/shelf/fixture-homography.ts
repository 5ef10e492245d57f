import type { Point } from './view.js';

/**
 * Projective map of one plane onto another, row by row: `x' = (h0·x + h1·y + h2) / w`, `y' = (h3·x + h4·y + h5) / w`, `w = h6·x + h7·y + h8`.
 */
export type PlaneMap = readonly [number, number, number, number, number, number, number, number, number];

/** A place on a plane and where it is seen. */
export interface PointPair {
  from: Point;
  to: Point;
}

/** Four points of a fixture in a camera's picture: `from` as fractions of the fixture's front, `to` of the picture. */
export interface FixturePoints {
  fixtureId: string;
  points: readonly PointPair[];
}

export type PlaneMapResult = { map: PlaneMap; fault?: undefined } | { map?: undefined; fault: string };

/** Of a triangle of three of the points, in the units of the points squared: less is as good as on one line. */
const LEAST_TRIANGLE = 1e-4;

/**
 * The map that takes four points of a plane to where they are seen: the direct linear transform for four points, with one element fixed (Hartley and Zisserman, Multiple View
 * Geometry in Computer Vision, 2nd edition, section 4.1), solved by Gaussian elimination with partial pivoting.
 *
 * @param pairs four; fractions of width and height in both planes. Points outside 0..1 are allowed
 * @returns a fault, for the person who set the points, when three of them are on one line, when they are crossed over or when the plane would be seen from behind
 */
export function mapFromFourPoints(pairs: readonly PointPair[]): PlaneMapResult {
  if (pairs.length !== 4) return { fault: `four points are needed, not ${pairs.length}` };
  if (!pairs.every(({ from, to }) => [from.x, from.y, to.x, to.y].every(Number.isFinite))) {
    return { fault: 'a coordinate is no number' };
  }
  const fault = faultOf(pairs);
  if (fault !== undefined) return { fault };
  // With the first point as origin, `h8` is the depth at a point that is seen: never 0.
  const origin = pairs[0]!.from;
  const solution = solve(
    pairs.flatMap(({ from, to }) => {
      const [x, y] = [from.x - origin.x, from.y - origin.y];
      return [
        [x, y, 1, 0, 0, 0, -x * to.x, -y * to.x, to.x],
        [0, 0, 0, x, y, 1, -x * to.y, -y * to.y, to.y],
      ];
    }),
  );
  return solution === undefined
    ? { fault: 'the points do not tell how the plane lies' }
    : { map: shiftedBack([...solution, 1] as unknown as PlaneMap, origin) };
}

/** The same map for coordinates from (0, 0) instead of from `origin`. */
function shiftedBack([h0, h1, h2, h3, h4, h5, h6, h7, h8]: PlaneMap, { x, y }: Point): PlaneMap {
  return [h0, h1, h2 - h0 * x - h1 * y, h3, h4, h5 - h3 * x - h4 * y, h6, h7, h8 - h6 * x - h7 * y];
}

/** Where a point is seen; undefined when it lies on or beyond the horizon. */
export function mapPoint(map: PlaneMap, { x, y }: Point): Point | undefined {
  const [h0, h1, h2, h3, h4, h5, h6, h7, h8] = map;
  const w = h6 * x + h7 * y + h8;
  return w < 1e-6 ? undefined : { x: (h0 * x + h1 * y + h2) / w, y: (h3 * x + h4 * y + h5) / w };
}

/** Twice the area of the triangle, positive when it turns clockwise in a picture. */
const turn = (a: Point, b: Point, c: Point): number => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

/** Every triangle of three points must turn the same way in both planes (or every one the other way, when one is seen from behind). */
function faultOf(pairs: readonly PointPair[]): string | undefined {
  const triples = [0, 1, 2, 3].map((left) => pairs.filter((_pair, index) => index !== left));
  for (const [index, triple] of triples.entries()) {
    const [a, b, c] = triple as [PointPair, PointPair, PointPair];
    const seen = turn(a.to, b.to, c.to);
    const meant = turn(a.from, b.from, c.from);
    const names = [1, 2, 3, 4].filter((number) => number !== index + 1).join(', ');
    if (Math.abs(seen) < LEAST_TRIANGLE || Math.abs(meant) < LEAST_TRIANGLE) return `points ${names} are on one line`;
    if (seen > 0 !== meant > 0)
      return 'the points are crossed over or in the wrong order: top left, top right, bottom right, bottom left';
  }
  return undefined;
}

/** Rows of coefficients and right side; undefined when there is no single solution. */
function solve(rows: number[][]): number[] | undefined {
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1) {
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    }
    if (Math.abs(rows[pivot]![column]!) < 1e-12) return undefined;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (let row = column + 1; row < size; row += 1) {
      const factor = rows[row]![column]! / rows[column]![column]!;
      for (let at = column; at <= size; at += 1) rows[row]![at]! -= factor * rows[column]![at]!;
    }
  }
  const solution = Array.from({ length: size }, () => 0);
  for (let row = size - 1; row >= 0; row -= 1) {
    const known = solution.reduce((sum, value, at) => (at > row ? sum + rows[row]![at]! * value : sum), 0);
    solution[row] = (rows[row]![size]! - known) / rows[row]![row]!;
  }
  return solution;
}
