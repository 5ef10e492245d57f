import fc from 'fast-check';
import { bootstrapInterval } from './bootstrap-interval.js';
import { differenceInDifferences } from './difference-in-differences.js';
import { poissonRateInterval } from './poisson-rate-interval.js';
import { seededRandom } from './random.js';
import { wilsonInterval } from './wilson-interval.js';

describe('wilsonInterval', () => {
  it.each([
    // Newcombe (1998), table I, method 3.
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('When %d of %d are found, then the published interval %d to %d comes out', (found, of, low, high) => {
    const interval = wilsonInterval(found, of)!;
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('When any share is observed, then the interval holds it and stays inside 0 to 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (trials, share) => {
        const { value, low, high } = wilsonInterval(Math.round(share * trials), trials)!;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(value);
        expect(high).toBeGreaterThanOrEqual(value);
      }),
    );
  });

  it('When nothing was observed, then there is no interval; when more succeed than were tried, it is refused', () => {
    expect(wilsonInterval(0, 0)).toBeUndefined();
    expect(() => wilsonInterval(3, 2)).toThrow(RangeError);
  });
});

describe('poissonRateInterval', () => {
  it.each([
    // Garwood (1936), 95 %.
    [0, 0, 3.6889],
    [1, 0.0253, 5.5716],
    [5, 1.6235, 11.6683],
    [10, 4.7954, 18.3904],
    [100, 81.364, 121.627],
  ])('When %d events are counted, then the exact interval %d to %d comes out', (events, low, high) => {
    const interval = poissonRateInterval(events, 1)!;
    expect(interval.low).toBeCloseTo(low, 3);
    expect(interval.high).toBeCloseTo(high, 3);
  });

  it('When exposure is measured, then the rate is by unit of exposure, also for large counts', () => {
    const interval = poissonRateInterval(40_000, 20_000)!;
    expect(interval.value).toBe(2);
    // For large counts the interval is that of a normal distribution: 1.96 · √40,000 ÷ 20,000.
    expect(interval.high - interval.low).toBeCloseTo((2 * 1.96 * 200) / 20_000, 3);
    expect(poissonRateInterval(4, 0)).toBeUndefined();
    expect(() => poissonRateInterval(0.5, 1)).toThrow(RangeError);
  });
});

describe('bootstrapInterval', () => {
  const mean = ([units = []]: readonly (readonly number[])[]): number =>
    units.reduce((sum, one) => sum + one, 0) / units.length;

  it('When the seed is the same, then so is the interval', () => {
    const units = Array.from({ length: 30 }, (_, n) => (n * 7) % 11);
    expect(bootstrapInterval([units], mean, { seed: 5 })).toEqual(bootstrapInterval([units], mean, { seed: 5 }));
    expect(bootstrapInterval([units], mean, { seed: 5 })).not.toEqual(bootstrapInterval([units], mean, { seed: 6 }));
  });

  it('When units come from a known distribution, then about 95 % of the intervals hold its mean', () => {
    const random = seededRandom(42);
    const holds = Array.from({ length: 300 }, (_, seed) => {
      const units = Array.from({ length: 40 }, random);
      const { low, high } = bootstrapInterval([units], mean, { seed, resamples: 400 })!;
      return low <= 0.5 && 0.5 <= high;
    });
    const share = holds.filter(Boolean).length / holds.length;
    expect(share).toBeGreaterThan(0.9);
    expect(share).toBeLessThan(0.99);
  });

  it('When an arm is empty, then nothing is claimed', () => {
    expect(bootstrapInterval([[]], mean, { seed: 1 })).toBeUndefined();
  });
});

describe('differenceInDifferences', () => {
  const store = (before: number, after: number) => ({
    before: { numerator: before, denominator: 1 },
    after: { numerator: after, denominator: 1 },
  });

  it('When the published means of Card & Krueger are compared, then their difference of 2.76 comes out but for rounding', () => {
    const { difference } = differenceInDifferences(
      [store(20.44, 21.03), store(20.44, 21.03)],
      [store(23.33, 21.17), store(23.33, 21.17)],
      { seed: 1 },
    );
    expect(difference!.value).toBeCloseTo(2.75, 9);
  });

  it('When treated stores fall from 10 to 6 while control stores rise from 10 to 12, then half of it was avoided', () => {
    const comparison = differenceInDifferences([store(8, 5), store(12, 7)], [store(9, 11), store(11, 13)], { seed: 1 });
    expect(comparison).toMatchObject({ treatedBefore: 10, treatedAfter: 6, controlBefore: 10, controlAfter: 12 });
    expect(comparison.reduction!.value).toBeCloseTo(0.5, 12);
    expect(comparison.difference!.value).toBeCloseTo(-6, 12);
  });

  it('When an arm has one store, then no interval is claimed; without control stores, before and after are compared', () => {
    expect(differenceInDifferences([store(8, 5)], [], { seed: 1 })).toMatchObject({
      treatedBefore: 8,
      controlBefore: null,
      reduction: undefined,
    });
    const alone = differenceInDifferences([store(8, 4), store(8, 4)], [], { seed: 1 });
    expect(alone.reduction).toEqual({ value: 0.5, low: 0.5, high: 0.5 });
  });

  it('When both arms move alike, then nothing is claimed for the change', () => {
    const pair = fc.record({ before: fc.integer({ min: 1, max: 99 }), after: fc.integer({ min: 1, max: 99 }) });
    fc.assert(
      fc.property(fc.array(pair, { minLength: 2, maxLength: 6 }), (pairs) => {
        const stores = pairs.map(({ before, after }) => store(before, after));
        const { difference, reduction } = differenceInDifferences(stores, stores, { seed: 3, resamples: 200 });
        expect(difference!.value).toBeCloseTo(0, 9);
        expect(reduction!.value).toBeCloseTo(0, 9);
        expect(difference!.low).toBeLessThanOrEqual(1e-9);
        expect(difference!.high).toBeGreaterThanOrEqual(-1e-9);
      }),
      { numRuns: 30 },
    );
  });
});
