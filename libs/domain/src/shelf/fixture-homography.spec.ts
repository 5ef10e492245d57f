import fc from 'fast-check';
import { mapFromFourPoints, mapPoint, type PlaneMap, type PointPair } from './fixture-homography.js';
import type { Point } from './view.js';

const at = (x: number, y: number): Point => ({ x, y });
const CORNERS = [at(0, 0), at(1, 0), at(1, 1), at(0, 1)];
const pairsTo = (...to: Point[]): PointPair[] => to.map((point, index) => ({ from: CORNERS[index]!, to: point }));
const mapTo = (...to: Point[]): PlaneMap => mapFromFourPoints(pairsTo(...to)).map!;
const expectNear = (point: Point | undefined, { x, y }: Point): void => {
  expect(point!.x).toBeCloseTo(x, 8);
  expect(point!.y).toBeCloseTo(y, 8);
};

describe('mapFromFourPoints', () => {
  it('When the picture shows a fixture straight on, then places are shifted and scaled', () => {
    const map = mapTo(at(0.2, 0.1), at(0.8, 0.1), at(0.8, 0.9), at(0.2, 0.9));
    expectNear(mapPoint(map, at(0.5, 0.25)), at(0.5, 0.3));
  });

  it('When it is seen from the side, then the crossing of the diagonals stays their crossing', () => {
    // A trapezoid: its diagonals cross at (0.5, 0.4), which is where the fixture's middle is seen.
    const map = mapTo(at(0.3, 0.2), at(0.7, 0.2), at(0.9, 0.6), at(0.1, 0.6));
    const crossing = 0.2 + 0.4 * (0.4 / (0.4 + 0.8));
    expectNear(mapPoint(map, at(0.5, 0.5)), at(0.5, crossing));
  });

  it('When other points than the corners are given, then the map is the same', () => {
    const map = mapTo(at(0.3, 0.2), at(0.7, 0.25), at(0.9, 0.6), at(0.1, 0.7));
    const inner = [at(0.1, 0.2), at(0.8, 0.15), at(0.9, 0.8), at(0.2, 0.9)];
    const again = mapFromFourPoints(inner.map((from) => ({ from, to: mapPoint(map, from)! }))).map!;
    expectNear(mapPoint(again, at(1, 1)), at(0.9, 0.6));
  });

  const near = (x: number, y: number): fc.Arbitrary<Point> => {
    const shift = fc.double({ min: -0.2, max: 0.2, noNaN: true });
    return fc.record({ x: shift.map((by) => x + by), y: shift.map((by) => y + by) });
  };
  const anyView = fc.tuple(near(0.25, 0.25), near(0.75, 0.25), near(0.75, 0.75), near(0.25, 0.75));

  it('For any view: the points come out where they were set, straight lines stay straight, and the way back leads back', () => {
    fc.assert(
      fc.property(anyView, fc.double({ min: 0, max: 1, noNaN: true }), (corners, along) => {
        const { map } = mapFromFourPoints(pairsTo(...corners));
        fc.pre(map !== undefined);
        corners.forEach((corner, index) => expectNear(mapPoint(map, CORNERS[index]!), corner));
        const [start, middle, end] = [at(0, along), at(0.37, along), at(1, along)].map((point) =>
          mapPoint(map, point)!,
        ) as [Point, Point, Point];
        expect((middle.x - start.x) * (end.y - start.y) - (middle.y - start.y) * (end.x - start.x)).toBeCloseTo(0, 8);
        const back = mapFromFourPoints(corners.map((from, index) => ({ from, to: CORNERS[index]! }))).map!;
        const there = mapPoint(map, at(0.3, along))!;
        expect(mapPoint(back, there)!.y).toBeCloseTo(along, 6);
      }),
    );
  });

  it.each([
    [
      'three points on one line',
      [at(0.1, 0.1), at(0.5, 0.1), at(0.9, 0.1), at(0.1, 0.9)],
      /points 1, 2, 3 are on one line/,
    ],
    ['two points in one place', [at(0.1, 0.1), at(0.1, 0.1), at(0.9, 0.9), at(0.1, 0.9)], /on one line/],
    ['all points in one place', [at(0.5, 0.5), at(0.5, 0.5), at(0.5, 0.5), at(0.5, 0.5)], /on one line/],
    ['crossed points', [at(0.9, 0.1), at(0.1, 0.1), at(0.9, 0.9), at(0.1, 0.9)], /crossed/],
    ['a mirrored order', [at(0.9, 0.1), at(0.1, 0.1), at(0.1, 0.9), at(0.9, 0.9)], /order/],
    ['a point within the triangle of the others', [at(0.1, 0.1), at(0.9, 0.1), at(0.5, 0.2), at(0.5, 0.9)], /crossed/],
    ['no number', [at(Number.NaN, 0.1), at(0.9, 0.1), at(0.9, 0.9), at(0.1, 0.9)], /no number/],
    ['three points', [at(0, 0), at(1, 0), at(1, 1)], /four points/],
  ])('When there are %s, then they are refused', (_what, points, fault) => {
    expect(mapFromFourPoints(pairsTo(...points)).fault).toMatch(fault);
  });
});
