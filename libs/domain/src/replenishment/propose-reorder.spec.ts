import fc from 'fast-check';
import {
  DEFAULT_REPLENISHMENT,
  proposeReorder,
  REPLENISHMENT_POLICIES,
  type ReplenishmentInput,
  type ReplenishmentSettings,
} from './propose-reorder.js';
import { CASE_ROUNDINGS } from './round-to-cases.js';
import { reorderPoint, safetyStock } from './safety-stock.js';

const toDigits = (value: number, digits: number): string => value.toFixed(digits);

describe('published figures, to the digit', () => {
  // z for 95 % as the published examples round it.
  const Z = 1.65;

  it('d = 30 a day, σd = 5, L = 10 days: SS 26.1, s 326.1', () => {
    const demand = { dailySales: 30, dailySalesStd: 5, leadTimeDays: 10, leadTimeStdDays: 0, reviewDays: 0 };
    expect([toDigits(safetyStock(demand, Z), 1), toDigits(reorderPoint(demand, Z), 1)]).toEqual(['26.1', '326.1']);
  });

  it('d = 100, σd = 20, L = 7, σL = 2: SS 341.4, s 1,041.4; in whole items 342 and 1,042', () => {
    const demand = { dailySales: 100, dailySalesStd: 20, leadTimeDays: 7, leadTimeStdDays: 2, reviewDays: 0 };
    const [stock, point] = [safetyStock(demand, Z), reorderPoint(demand, Z)];
    expect([toDigits(stock, 1), toDigits(point, 1)]).toEqual(['341.4', '1041.4']);
    expect([Math.ceil(stock), Math.ceil(point)]).toEqual([342, 1_042]);
  });

  it('Multiple of 3, maximum of 20, nothing there: 21 rounded up, 18 at or below the maximum', () => {
    const known = {
      ...{ position: 0, dailySales: 1, dailySalesStd: 0, casePack: 3, shelfCapacity: 20, storeCapacity: null },
      supplier: { leadTimeDays: 1, leadTimeStdDays: 0, minimumOrderCases: 1 },
    };
    const ordered = (rounding: 'UP' | 'DOWN_TO_MAX'): number =>
      proposeReorder(known, { ...DEFAULT_REPLENISHMENT, reorderPoint: 5, orderUpToLevel: 20, rounding }).quantity;
    expect([ordered('UP'), ordered('DOWN_TO_MAX')]).toEqual([21, 18]);
  });
});

const input: ReplenishmentInput = {
  position: 0,
  dailySales: 4,
  dailySalesStd: 2,
  casePack: 6,
  supplier: { leadTimeDays: 2, leadTimeStdDays: 0, minimumOrderCases: 1 },
  shelfCapacity: 20,
  storeCapacity: null,
};

describe('proposeReorder with a policy of the product', () => {
  const weekly = {
    orderWeekdays: [1],
    cutOff: '12:00',
    deliveryWeekdays: [3],
    timeZone: 'UTC',
  };

  it('When orders are taken on Mondays only, then the order lasts until the Wednesday of the week after', () => {
    const now = new Date('2026-03-02T00:00:00Z');
    const settings: ReplenishmentSettings = { ...DEFAULT_REPLENISHMENT, policy: 'order-up-to', calendar: weekly };
    const proposal = proposeReorder({ ...input, now }, settings);
    expect(proposal.occasion).toMatchObject({ leadTimeDays: 2, reviewDays: 7 });
    // S = 4·(2+7) + 1.645·√9·2 = 45.9 → 8 cases of 6.
    expect(toDigits(proposal.reorderPoint, 1)).toBe('45.9');
    expect(proposal).toMatchObject({ due: true, quantity: 48 });
  });

  it('When the cut-off has just passed, then a week more has to be covered', () => {
    const settings: ReplenishmentSettings = { ...DEFAULT_REPLENISHMENT, policy: 'order-up-to', calendar: weekly };
    const proposal = proposeReorder({ ...input, now: new Date('2026-03-02T12:00:01Z') }, settings);
    expect(proposal.occasion!.orderBy).toEqual(new Date('2026-03-09T12:00:00Z'));
    expect(proposal.occasion!.leadTimeDays).toBeCloseTo(8.5, 3);
  });

  it('When a lot is set but the policy is another, then the lot is not used', () => {
    const settings = { ...DEFAULT_REPLENISHMENT, fixedLot: 100 };
    expect(proposeReorder(input, settings).quantity).toBe(102);
    expect(proposeReorder(input, { ...settings, policy: 's-S' }).quantity).toBe(42);
  });

  it('When lots are wanted but none is set, then it is advice and says so', () => {
    expect(proposeReorder(input, { ...DEFAULT_REPLENISHMENT, policy: 'R-Q' }).missing).toEqual(['lot size']);
  });

  it('When the levels are set by hand, then sales need not be known', () => {
    const settings = { ...DEFAULT_REPLENISHMENT, reorderPoint: 10, orderUpToLevel: 30 };
    const unknown = { ...input, dailySales: null, dailySalesStd: null };
    expect(proposeReorder({ ...unknown, position: 10 }, settings)).toMatchObject({ quantity: 24, missing: [] });
    expect(proposeReorder({ ...unknown, position: 11 }, settings)).toMatchObject({ due: false, quantity: 0 });
  });

  it('When the back room holds little, then only what fits there and on the shelf is ordered', () => {
    const proposal = proposeReorder({ ...input, position: 3 }, { ...DEFAULT_REPLENISHMENT, backroomCapacity: 4 });
    expect(proposal).toMatchObject({ quantity: 18, boundBy: 'capacity' });
  });
});

describe('proposeReorder, whatever is known and set', () => {
  const figure = fc.option(fc.double({ min: 0, max: 200, noNaN: true }));
  const inputs = fc.record<ReplenishmentInput>({
    position: fc.integer({ min: -50, max: 500 }),
    dailySales: figure,
    dailySalesStd: figure,
    casePack: fc.integer({ min: 1, max: 48 }),
    supplier: fc.option(
      fc.record({
        leadTimeDays: fc.double({ min: 0, max: 30, noNaN: true }),
        leadTimeStdDays: fc.double({ min: 0, max: 5, noNaN: true }),
        minimumOrderCases: fc.integer({ min: 1, max: 10 }),
      }),
    ),
    shelfCapacity: fc.integer({ min: 0, max: 100 }),
    storeCapacity: fc.option(fc.integer({ min: 0, max: 900 })),
    now: fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }),
  });
  const whole = fc.option(fc.integer({ min: 1, max: 300 }));
  const settings = fc.record<ReplenishmentSettings>({
    policy: fc.constantFrom(...REPLENISHMENT_POLICIES),
    serviceLevel: fc.double({ min: 0.5, max: 0.999, noNaN: true }),
    reviewDays: fc.integer({ min: 0, max: 14 }),
    coverDays: fc.integer({ min: 0, max: 30 }),
    fixedLot: whole,
    rounding: fc.constantFrom(...CASE_ROUNDINGS),
    reorderPoint: whole,
    orderUpToLevel: whole,
    calendar: fc.option(
      fc.constant({ orderWeekdays: [1, 4], cutOff: '10:00', deliveryWeekdays: [2, 5], timeZone: 'Europe/Berlin' }),
    ),
    minimumOrderCases: fc.option(fc.integer({ min: 1, max: 10 })),
    palletLayerCases: fc.option(fc.integer({ min: 1, max: 8 })),
    backroomCapacity: fc.option(fc.integer({ min: 0, max: 600 })),
  });

  it('every bound is respected and no figure is lost', () => {
    fc.assert(
      fc.property(inputs, settings, (known, rules) => {
        const proposal = proposeReorder(known, rules);
        const { quantity, cases } = proposal;
        for (const value of [quantity, cases, proposal.reorderPoint, proposal.safetyStock]) {
          expect(Number.isFinite(value) && value >= 0).toBe(true);
        }
        expect(quantity).toBe(cases * known.casePack);
        expect(cases % (rules.palletLayerCases ?? 1)).toBe(0);
        if (cases === 0) return;
        expect(proposal.due).toBe(true);
        expect(cases).toBeGreaterThanOrEqual(rules.minimumOrderCases ?? known.supplier?.minimumOrderCases ?? 1);
        const room =
          known.storeCapacity ??
          (rules.backroomCapacity == null ? Infinity : known.shelfCapacity + rules.backroomCapacity);
        expect(known.position + quantity).toBeLessThanOrEqual(room);
      }),
      { numRuns: 1_000 },
    );
  });

  it('what is not known is named', () => {
    fc.assert(
      fc.property(inputs, settings, (known, rules) => {
        const { missing } = proposeReorder(known, rules);
        expect(missing.includes('supplier and lead time')).toBe(known.supplier === null);
        const isByHand =
          rules.policy === 'R-Q'
            ? rules.reorderPoint !== null
            : rules.orderUpToLevel !== null && (rules.policy === 'order-up-to' || rules.reorderPoint !== null);
        expect(missing.includes('daily sales')).toBe(known.dailySales === null && !isByHand);
      }),
    );
  });
});
