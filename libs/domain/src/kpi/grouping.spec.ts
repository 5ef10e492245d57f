import fc from 'fast-check';
import { groupBy } from './group-by.js';
import { hourInZone, splitByHour } from './hours-of-day.js';
import { clipTo, hoursOf } from './slot-interval.js';

const at = (text: string): number => Date.parse(text);

describe('groups', () => {
  it('When rows are grouped, then none is lost and none appears twice', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9)), (rows) => {
        const groups = groupBy(rows, (row) => row % 3);
        expect([...groups.values()].flat().sort()).toEqual([...rows].sort());
        for (const [key, group] of groups) expect(group.every((row) => row % 3 === key)).toBe(true);
      }),
    );
  });
});

describe('hours of the day', () => {
  it('When a shop is in Berlin, then its hours are those of its clock, in summer and in winter', () => {
    expect(hourInZone(at('2026-07-01T06:30:00Z'), 'Europe/Berlin')).toBe(8);
    expect(hourInZone(at('2026-01-01T06:30:00Z'), 'Europe/Berlin')).toBe(7);
  });

  it('When an interval spans hours, then it is cut at each', () => {
    const parts = splitByHour([{ from: at('2026-01-01T09:30:00Z'), to: at('2026-01-01T11:15:00Z') }], 'UTC');
    expect(parts.map(({ hour, from, to }) => [hour, (to - from) / 60_000])).toEqual([
      [9, 30],
      [10, 60],
      [11, 15],
    ]);
  });

  it('When a zone is off by a half hour, then it is cut at its own hours', () => {
    const parts = splitByHour([{ from: at('2026-01-01T04:00:00Z'), to: at('2026-01-01T05:00:00Z') }], 'Asia/Kolkata');
    expect(parts.map(({ hour, from, to }) => [hour, (to - from) / 60_000])).toEqual([
      [9, 30],
      [10, 30],
    ]);
  });

  it('When intervals are cut or clipped, then no time appears or gets lost', () => {
    const span = fc
      .tuple(fc.integer({ min: 0, max: 4e9 }), fc.integer({ min: 1, max: 9e7 }))
      .map(([from, length]) => ({ from, to: from + length }));
    fc.assert(
      fc.property(
        fc.array(span, { maxLength: 5 }),
        fc.constantFrom('UTC', 'Asia/Kolkata', 'Europe/Berlin'),
        (spans, zone) => {
          expect(hoursOf(splitByHour(spans, zone))).toBeCloseTo(hoursOf(spans), 6);
          const halves = [
            { from: 0, to: 1e9 },
            { from: 1e9, to: 1e10 },
          ];
          expect(hoursOf(clipTo(spans, halves))).toBeCloseTo(hoursOf(spans), 6);
          expect(clipTo(spans, [])).toEqual([]);
        },
      ),
    );
  });
});
