import fc from 'fast-check';
import { DEFAULT_TOLERANCE } from '../kpi/inventory-accuracy.js';
import { type CountCandidate, proposeCounts } from './propose-counts.js';

const NOW = new Date('2026-03-02T08:00:00Z');
const daysAgo = (days: number): Date => new Date(NOW.getTime() - days * 86_400_000);
const settings = { perDay: 8, tolerance: DEFAULT_TOLERANCE };

const candidate = (gtin: string, changes: Partial<CountCandidate> = {}): CountCandidate => ({
  gtin,
  countedAt: daysAgo(30),
  dailySales: 4,
  onHand: 20,
  shortfall: 0,
  ...changes,
});
const gtinsOf = (candidates: CountCandidate[], perDay = 8): string[] =>
  proposeCounts(candidates, NOW, { ...settings, perDay }).map(({ gtin }) => gtin);

const anyCandidate: fc.Arbitrary<CountCandidate> = fc.record({
  gtin: fc.string({ minLength: 1, maxLength: 4 }),
  countedAt: fc.option(fc.double({ min: 0, max: 800, noNaN: true }).map(daysAgo), { nil: null }),
  dailySales: fc.option(fc.double({ min: 0, max: 500, noNaN: true }), { nil: null }),
  onHand: fc.nat({ max: 2_000 }),
  shortfall: fc.nat({ max: 3 }),
});
const anyCandidates = fc.uniqueArray(anyCandidate, { selector: ({ gtin }) => gtin, maxLength: 40 });

describe('guided counts', () => {
  it('When a record is older, or more of it was sold, then it is counted first', () => {
    const old = candidate('old', { countedAt: daysAgo(60) });
    const fast = candidate('fast', { dailySales: 12 });
    expect(gtinsOf([candidate('plain'), old])[0]).toBe('old');
    expect(gtinsOf([candidate('plain'), fast])[0]).toBe('fast');
  });

  it('When there is much of a product, then the same drift matters less', () => {
    expect(gtinsOf([candidate('many', { onHand: 400 }), candidate('few')])).toEqual(['few', 'many']);
  });

  it('When more was sold than the book had, then that comes first, and the reason says so', () => {
    const [first] = proposeCounts(
      [candidate('a', { countedAt: null }), candidate('b', { shortfall: 2, countedAt: daysAgo(3) })],
      NOW,
      settings,
    );
    expect(first).toEqual({
      gtin: 'b',
      risk: 1,
      reason: 'The book had none left when 2 items more went out: it is wrong.',
    });
  });

  it('When a product was never counted, or its sales are unknown, then it is asked for all the same', () => {
    const [never] = proposeCounts([candidate('a', { countedAt: null, dailySales: null })], NOW, settings);
    expect(never!.reason).toBe('It was never counted.');
    const [known] = proposeCounts([candidate('a')], NOW, settings);
    expect(known!.reason).toBe('It was last counted 30 days ago, and about 120 items were sold since.');
    // By hand: (0.05 + 0.015 · 4) · 30 / 3².
    expect(known!.risk).toBeCloseTo((0.11 * 30) / 9, 12);
  });

  it('When anything is on the list, then there are no more than wanted, nothing that was counted within a day, and a sentence for each', () => {
    fc.assert(
      fc.property(anyCandidates, fc.nat({ max: 10 }), (candidates, perDay) => {
        const proposed = proposeCounts(candidates, NOW, { ...settings, perDay });
        expect(proposed.length).toBeLessThanOrEqual(perDay);
        const of = new Map(candidates.map((it) => [it.gtin, it]));
        for (const { gtin, risk, reason } of proposed) {
          const { countedAt } = of.get(gtin)!;
          expect(countedAt === null || NOW.getTime() - countedAt.getTime() >= 86_400_000).toBe(true);
          expect(risk).toBeGreaterThanOrEqual(0);
          expect(risk).toBeLessThanOrEqual(1);
          expect(reason).toMatch(/^[A-Z].*\.$/);
        }
      }),
    );
  });

  it('When the candidates come in another order, then the answer is the same', () => {
    fc.assert(
      fc.property(anyCandidates, (candidates) => {
        expect(proposeCounts([...candidates].reverse(), NOW, settings)).toEqual(
          proposeCounts(candidates, NOW, settings),
        );
      }),
    );
  });

  it('When each day the proposed ones are counted, then no product waits for ever', () => {
    const products = Array.from({ length: 100 }, (_, index) =>
      candidate(`p${index}`, { dailySales: (index % 10) * 3 }),
    );
    const counted = new Map(products.map(({ gtin }) => [gtin, NOW]));
    let oldest = 0;
    for (let day = 1; day <= 120; day += 1) {
      const today = new Date(NOW.getTime() + day * 86_400_000);
      const candidates = products.map((it) => ({ ...it, countedAt: counted.get(it.gtin)! }));
      for (const { gtin } of proposeCounts(candidates, today, settings)) counted.set(gtin, today);
      if (day > 60)
        oldest = Math.max(oldest, ...[...counted.values()].map((at) => (today.getTime() - at.getTime()) / 86_400_000));
    }
    expect(oldest).toBeLessThan(60);
  });
});
