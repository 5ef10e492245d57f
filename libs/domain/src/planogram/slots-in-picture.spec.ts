import { mapFromFourPoints, type PlaneMap } from '../shelf/fixture-homography.js';
import type { Point } from '../shelf/view.js';
import { type SlotOnFixture, slotsInPicture } from './slots-in-picture.js';

const at = (x: number, y: number): Point => ({ x, y });
const mapTo = (...to: Point[]): PlaneMap =>
  mapFromFourPoints([at(0, 0), at(1, 0), at(1, 1), at(0, 1)].map((from, index) => ({ from, to: to[index]! }))).map!;
const WHOLE = mapTo(at(0, 0), at(1, 0), at(1, 1), at(0, 1));

const slot = (slotId: string, shelf: number, position: number, more: Partial<SlotOnFixture> = {}): SlotOnFixture => ({
  ...{ slotId, shelf, position, facings: 1 },
  ...more,
});
const FRONT = {
  widthMm: 1000,
  heightMm: 2000,
  shelves: [
    { shelf: 1, bottomMm: 1000, heightMm: 1000 },
    { shelf: 2, bottomMm: 200, heightMm: 800 },
  ],
};

describe('slotsInPicture', () => {
  it('When the planogram gives measures, then slots lie where it says', () => {
    const slots = [
      slot('a', 1, 1, { leftMm: 100, widthMm: 400, facings: 2 }),
      slot('b', 2, 1, { leftMm: 0, widthMm: 100, heightMm: 300 }),
    ];
    const { regions, estimated, outside } = slotsInPicture(FRONT, slots, WHOLE);
    expect(regions).toEqual([
      { slotId: 'a', facing: 0, quad: [at(0.1, 0), at(0.3, 0), at(0.3, 0.5), at(0.1, 0.5)] },
      { slotId: 'a', facing: 1, quad: [at(0.3, 0), at(0.5, 0), at(0.5, 0.5), at(0.3, 0.5)] },
      { slotId: 'b', facing: 0, quad: [at(0, 0.75), at(0.1, 0.75), at(0.1, 0.9), at(0, 0.9)] },
    ]);
    expect([estimated, outside]).toEqual([[], []]);
  });

  it('When there are no measures, then shelves have equal heights and facings equal widths, and that is said', () => {
    const slots = [slot('a', 1, 1, { facings: 3 }), slot('b', 1, 2), slot('c', 2, 1)];
    const { regions, estimated } = slotsInPicture({ shelves: [] }, slots, WHOLE);
    expect(regions.map(({ quad }) => [quad[0], quad[2]])).toEqual([
      [at(0, 0), at(0.25, 0.5)],
      [at(0.25, 0), at(0.5, 0.5)],
      [at(0.5, 0), at(0.75, 0.5)],
      [at(0.75, 0), at(1, 0.5)],
      [at(0, 0.5), at(1, 1)],
    ]);
    expect(estimated).toEqual(['a', 'b', 'c']);
  });

  it('When the fixture reaches out of the picture, then facings outside have no region and are named', () => {
    const map = mapTo(at(0, 0), at(2, 0), at(2, 1), at(0, 1));
    const { regions, outside } = slotsInPicture(
      { shelves: [] },
      [slot('a', 1, 1, { facings: 4 }), slot('b', 2, 1)],
      map,
    );
    expect(regions.map(({ slotId, facing }) => [slotId, facing])).toEqual([
      ['a', 0],
      ['a', 1],
    ]);
    expect(outside).toEqual(['a', 'b']);
  });

  it('When a fixture is seen at an angle, then neighbouring facings share their edge and become narrower with distance', () => {
    const map = mapTo(at(0.1, 0.1), at(0.9, 0.3), at(0.9, 0.7), at(0.1, 0.9));
    const { regions } = slotsInPicture({ shelves: [] }, [slot('a', 1, 1, { facings: 5 })], map);
    const widths = regions.map(({ quad }) => quad[1].x - quad[0].x);
    regions.slice(1).forEach(({ quad }, index) => {
      expect(quad[0]).toEqual(regions[index]!.quad[1]);
      expect(widths[index + 1]!).toBeLessThan(widths[index]!);
    });
  });
});
