import fc from 'fast-check';
import { alertPrecision } from './alert-precision.js';
import { coverage } from './coverage.js';
import { incidentRate } from './incident-rate.js';
import { DEFAULT_TOLERANCE, EXACT_MATCH, inventoryAccuracy } from './inventory-accuracy.js';
import { KPI_DEFINITIONS } from './kpi-definitions.js';
import { addFigures, figureOf } from './kpi-figure.js';
import { lostSales } from './lost-sales.js';
import { onShelfAvailabilityByCount, onShelfAvailabilityByTime } from './on-shelf-availability.js';
import { percentile } from './percentile.js';
import { phantomRate } from './phantom-rate.js';
import { planogramCompliance } from './planogram-compliance.js';
import { responseTimes } from './response-times.js';
import { CAUSES, causeOf, rootCauses } from './root-causes.js';
import { shareOfShelf } from './share-of-shelf.js';
import type { SlotInterval } from './slot-interval.js';

const HOUR = 3_600_000;
const interval = (status: SlotInterval['status'], fromHour: number, toHour: number): SlotInterval => ({
  slotId: 'a',
  status,
  from: fromHour * HOUR,
  to: toHour * HOUR,
});

describe('on-shelf availability', () => {
  it('When slots are counted, then low counts as available and unknown counts in neither', () => {
    const figure = onShelfAvailabilityByCount(['stocked', 'stocked', 'low', 'empty', 'misplaced', 'unknown']);
    expect(figure).toEqual({ numerator: 3, denominator: 5, value: 0.6 });
  });

  it('When hours are counted, then unobserved hours leave the denominator and show as coverage', () => {
    const day = [interval('stocked', 8, 12), interval('empty', 12, 13), interval('unknown', 13, 18)];
    expect(onShelfAvailabilityByTime(day)).toEqual({ numerator: 4, denominator: 5, value: 0.8 });
    expect(coverage(day, 10)).toEqual({ numerator: 5, denominator: 10, value: 0.5 });
  });

  it('When nothing was observed, then the figure is unknown and neither 0 nor 100 %', () => {
    expect(onShelfAvailabilityByTime([interval('unknown', 0, 9)]).value).toBeNull();
    expect(onShelfAvailabilityByCount([]).value).toBeNull();
  });

  it('When a camera goes blind for any time, then availability of the rest does not change, and coverage never rises', () => {
    const status = fc.constantFrom<SlotInterval['status']>('stocked', 'low', 'empty', 'misplaced');
    const spans = fc.array(fc.tuple(status, fc.integer({ min: 1, max: 24 })), { minLength: 1 });
    fc.assert(
      fc.property(spans, fc.integer({ min: 1, max: 48 }), (parts, blindHours) => {
        const seen = parts.map(([one, hours]) => interval(one, 0, hours));
        const blind = [...seen, interval('unknown', 24, 24 + blindHours)];
        expect(onShelfAvailabilityByTime(blind)).toEqual(onShelfAvailabilityByTime(seen));
        const hours = parts.reduce((sum, [, length]) => sum + length, 0);
        expect(coverage(seen, hours).value).toBe(1);
        expect(coverage(blind, hours + blindHours).value).toBeLessThan(1);
      }),
    );
  });
});

describe('rates and shares', () => {
  it('When 3 incidents begin in 2,000 observed slot-hours, then the rate is 1.5 per 1,000', () => {
    expect(incidentRate(3, 2_000)).toEqual({ numerator: 3, denominator: 2_000, value: 1.5 });
  });

  it('When 45 alerts held and 5 were rejected, then precision is 0.9', () => {
    expect(alertPrecision(45, 5).value).toBe(0.9);
    expect(alertPrecision(0, 0).value).toBeNull();
  });

  it('When the book has stock and nobody finds any, then it is a phantom; without an answer it is not', () => {
    const figure = phantomRate([
      { bookStock: 5, found: false },
      { bookStock: 5, found: null },
      { bookStock: 5, found: true },
      { bookStock: 0, found: false },
      { bookStock: null, found: false },
    ]);
    expect(figure).toEqual({ numerator: 1, denominator: 5, value: 0.2 });
  });

  it('When a slot lacks a facing or shows another product, then it does not comply', () => {
    const figure = planogramCompliance([
      { status: 'stocked', visibleFacings: 3, facings: 3 },
      { status: 'stocked', visibleFacings: 2, facings: 3 },
      { status: 'misplaced', visibleFacings: 3, facings: 3 },
      { status: 'empty', visibleFacings: 0, facings: 1 },
      { status: 'unknown', visibleFacings: 0, facings: 1 },
    ]);
    expect(figure).toEqual({ numerator: 1, denominator: 4, value: 0.25 });
  });

  it('When groups are added, then sums are divided and not averages averaged', () => {
    expect(addFigures([figureOf(1, 2), figureOf(9, 10)]).value).toBeCloseTo(10 / 12, 12);
  });

  it('When brands share a shelf, then their shares add up to 1', () => {
    const shares = shareOfShelf([
      { brand: 'Alm', space: 3 },
      { brand: 'Berg', space: 4 },
      { brand: 'Alm', space: 1 },
    ]);
    expect(shares.get('Alm')).toEqual({ numerator: 4, denominator: 8, value: 0.5 });
    fc.assert(
      fc.property(
        fc.array(fc.record({ brand: fc.string(), space: fc.integer({ min: 1, max: 50 }) }), { minLength: 1 }),
        (spaces) => {
          const total = [...shareOfShelf(spaces).values()].reduce((sum, { value }) => sum + value!, 0);
          expect(total).toBeCloseTo(1, 9);
        },
      ),
    );
  });

  it('When gaps are priced, then hours × rate × price are summed and unknown rates are told', () => {
    const gaps = [
      { hours: 2, salesPerHour: 1.5, priceCents: 200 },
      { hours: 10, salesPerHour: null, priceCents: 999 },
      { hours: 0.5, salesPerHour: 4, priceCents: 100 },
    ];
    expect(lostSales(gaps)).toEqual({ cents: 800, gapsWithoutRate: 1 });
  });
});

describe('inventory accuracy', () => {
  const records = [
    { book: 10, counted: 10 },
    { book: 13, counted: 10 },
    { book: 14, counted: 10 },
    { book: 54, counted: 50 },
    { book: 0, counted: 3 },
  ];

  it('When a tolerance of max(3 items, 10 %) holds, then 4 of these 5 are right; exactly, 1 of 5', () => {
    expect(inventoryAccuracy(records, DEFAULT_TOLERANCE)).toEqual({ numerator: 4, denominator: 5, value: 0.8 });
    expect(inventoryAccuracy(records, EXACT_MATCH)).toEqual({ numerator: 1, denominator: 5, value: 0.2 });
  });

  it('When the tolerance grows, then accuracy never falls, and a perfect book is 100 % by any', () => {
    const record = fc.record({ book: fc.nat(200), counted: fc.nat(200) });
    const tolerance = fc.record({ items: fc.nat(20), share: fc.double({ min: 0, max: 1, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(record, { minLength: 1 }), tolerance, fc.nat(10), (some, narrow, more) => {
        const wide = { ...narrow, items: narrow.items + more };
        expect(inventoryAccuracy(some, wide).value!).toBeGreaterThanOrEqual(inventoryAccuracy(some, narrow).value!);
        const perfect = some.map(({ counted }) => ({ book: counted, counted }));
        expect(inventoryAccuracy(perfect, narrow).value).toBe(1);
      }),
    );
  });
});

describe('response times', () => {
  it('When events are timed, then p50 and p90 are nearest-rank and open events have no end', () => {
    const event = (opened: number, acknowledged: number | null, closed: number | null) => ({
      since: 0,
      openedAt: opened,
      acknowledgedAt: acknowledged,
      closedAt: closed,
    });
    const times = responseTimes([event(10, 15, 110), event(20, null, 320), event(30, 31, null), event(40, null, 240)]);
    expect(times.detect).toEqual({ count: 4, p50: 20, p90: 40 });
    expect(times.acknowledge).toEqual({ count: 2, p50: 1, p90: 5 });
    expect(times.restock).toEqual({ count: 3, p50: 200, p90: 300 });
  });

  it('When percentiles are taken of 15, 20, 35, 40, 50, then the textbook values of nearest rank come out', () => {
    const list = [40, 15, 50, 20, 35];
    expect([0.05, 0.3, 0.4, 0.5, 1].map((share) => percentile(list, share))).toEqual([15, 20, 20, 35, 50]);
    expect(percentile([], 0.5)).toBeNull();
  });
});

describe('root causes', () => {
  it('When decisions and answers are known, then the answer of the floor outweighs the decision', () => {
    expect(causeOf('RESTOCK_FROM_BACKROOM', false)).toBe('phantom');
    expect(causeOf('COUNT_REQUEST', null)).toBe('phantom');
    expect(causeOf('REORDER', true)).toBe('in-store-not-on-shelf');
    expect(causeOf('ON_ORDER', null)).toBe('not-delivered');
    expect(causeOf(null, null)).toBe('unknown');
  });

  it('When causes are shared out, then every cause is named and the shares add up to 1', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CAUSES), { minLength: 1 }), (causes) => {
        const shares = Object.values(rootCauses(causes)).map(({ value }) => value!);
        expect(shares).toHaveLength(CAUSES.length);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe('KPI definitions', () => {
  it('When KPIs are listed, then each has a name of its own, a formula and a source', () => {
    expect(new Set(KPI_DEFINITIONS.map(({ id }) => id)).size).toBe(KPI_DEFINITIONS.length);
    for (const { formula, source } of KPI_DEFINITIONS)
      expect(Math.min(formula.length, source.length)).toBeGreaterThan(9);
  });
});
