import { type OrderInput, orderQuantity } from './order-quantity.js';
import { DEFAULT_REPLENISHMENT, proposeReorder, type ReplenishmentInput } from './propose-reorder.js';
import { CASE_ROUNDINGS, roundToCases } from './round-to-cases.js';
import { reorderPoint, safetyStock } from './safety-stock.js';
import { zForServiceLevel } from './service-level.js';

describe('safety stock and reorder point', () => {
  const steady = { leadTimeStdDays: 0, reviewDays: 0 };

  it('When demand varies, then published figures come out: d = 30, σ = 5, L = 10, z = 1.65', () => {
    const demand = { dailySales: 30, dailySalesStd: 5, leadTimeDays: 10, ...steady };
    expect(safetyStock(demand, 1.65)).toBeCloseTo(26.1, 1);
    expect(reorderPoint(demand, 1.65)).toBeCloseTo(326.1, 1);
  });

  it('When lead time varies as well, then published figures come out: d = 100, σ = 20, L = 7, σL = 2', () => {
    const demand = { dailySales: 100, dailySalesStd: 20, leadTimeDays: 7, leadTimeStdDays: 2, reviewDays: 0 };
    expect(safetyStock(demand, 1.65)).toBeCloseTo(341.4, 1);
    expect(reorderPoint(demand, 1.65)).toBeCloseTo(1041.4, 1);
  });

  it('When orders are placed once a week only, then the week counts as lead time', () => {
    const weekly = { dailySales: 10, dailySalesStd: 3, leadTimeDays: 2, leadTimeStdDays: 0, reviewDays: 7 };
    expect(reorderPoint(weekly, 1.65)).toBeCloseTo(90 + 1.65 * 9, 6);
  });

  it('When nothing varies, then no safety stock is held', () => {
    expect(safetyStock({ dailySales: 5, dailySalesStd: 0, leadTimeDays: 3, ...steady }, 1.65)).toBe(0);
  });
});

describe('zForServiceLevel', () => {
  it.each([
    [0.5, 0],
    [0.8413447461, 1],
    [0.95, 1.6448536],
    [0.99, 2.3263479],
    [0.999, 3.0902323],
    [0.01, -2.3263479],
  ])('When the service level is %d, then z is %d', (level, z) => {
    expect(zForServiceLevel(level)).toBeCloseTo(z, 6);
  });

  it.each([0, 1, -0.1, Number.NaN])('When the service level is %d, then it is refused', (level) => {
    expect(() => zForServiceLevel(level)).toThrow(RangeError);
  });
});

describe('roundToCases', () => {
  it.each([
    // Cases of 3, up to 20: ERPs disagree, so that it is a policy.
    ['UP', 20, 3, 20, 7],
    ['DOWN_TO_MAX', 20, 3, 20, 6],
    ['NEAREST', 20, 3, 20, 7],
    ['NEAREST', 19, 3, 20, 6],
    ['DOWN_TO_MAX', 16, 3, 20, 6],
    ['UP', 18, 3, 20, 6],
    ['UP', 0, 3, 20, 0],
    ['NEAREST', 3, 6, 20, 1],
    ['NEAREST', 2.9, 6, 20, 0],
    ['DOWN_TO_MAX', 2, 6, 4, 0],
    ['UP', -5, 6, 20, 0],
  ] as const)(
    'When %s rounds %d items to cases of %d with room for %d, then %d cases',
    (rounding, items, pack, max, cases) => {
      expect(roundToCases(items, pack, rounding, max)).toBe(cases);
    },
  );

  it('When the quantity is whole cases already, then every policy leaves it alone', () => {
    for (const rounding of CASE_ROUNDINGS) expect(roundToCases(24, 6, rounding, 24)).toBe(4);
  });
});

describe('orderQuantity', () => {
  const base: OrderInput = {
    position: 4,
    reorderPoint: 10,
    policy: { kind: 'order-up-to', level: 24 },
    casePack: 6,
    rounding: 'UP',
    minimumOrderCases: 1,
    capacity: null,
  };

  it('When the policy is (s,S), then it fills up to S in whole cases', () => {
    expect(orderQuantity(base)).toEqual({ cases: 4, quantity: 24, boundBy: null });
  });

  it('When the policy is (R,Q), then as many lots as bring the position above the reorder point', () => {
    const lots = (position: number) =>
      orderQuantity({ ...base, position, policy: { kind: 'fixed-lot', lot: 12 } }).quantity;
    expect([10, 4, -2, -15].map(lots)).toEqual([12, 12, 24, 36]);
  });

  it('When the supplier wants more cases, then the minimum is ordered', () => {
    expect(orderQuantity({ ...base, minimumOrderCases: 10 })).toEqual({
      cases: 10,
      quantity: 60,
      boundBy: 'minimum-order',
    });
  });

  it('When the store has no room for all, then what fits is ordered', () => {
    expect(orderQuantity({ ...base, capacity: 17 })).toEqual({ cases: 2, quantity: 12, boundBy: 'capacity' });
  });

  it('When not even the minimum fits, then nothing is ordered', () => {
    expect(orderQuantity({ ...base, capacity: 17, minimumOrderCases: 3 })).toEqual({
      cases: 0,
      quantity: 0,
      boundBy: 'capacity',
    });
  });

  it('When the level is reached, then nothing is ordered', () => {
    expect(orderQuantity({ ...base, position: 24 }).cases).toBe(0);
  });
});

describe('proposeReorder', () => {
  const input: ReplenishmentInput = {
    position: 0,
    dailySales: 4,
    dailySalesStd: 2,
    casePack: 6,
    supplier: { leadTimeDays: 2, leadTimeStdDays: 0, minimumOrderCases: 1 },
    shelfCapacity: 20,
    storeCapacity: null,
  };

  it('When the position is under the reorder point, then it covers lead time, safety and the days ahead', () => {
    const proposal = proposeReorder(input, DEFAULT_REPLENISHMENT);
    // s = 4·(2+1) + 1.645·√3·2 = 17.7; S = s + 4·5 = 37.7 → 7 cases of 6.
    expect(proposal).toMatchObject({ due: true, cases: 7, quantity: 42, missing: [] });
    expect(proposal.reorderPoint).toBeCloseTo(17.7, 1);
    expect(proposal.safetyStock).toBeCloseTo(5.7, 1);
  });

  it('When the position is above the reorder point, then nothing is due', () => {
    expect(proposeReorder({ ...input, position: 18 }, DEFAULT_REPLENISHMENT)).toMatchObject({ due: false, cases: 0 });
  });

  it('When sales are not known, then a full shelf is advised and the missing figure named', () => {
    const proposal = proposeReorder({ ...input, dailySales: null, dailySalesStd: null }, DEFAULT_REPLENISHMENT);
    expect(proposal).toMatchObject({ due: true, quantity: 24, missing: ['daily sales'] });
  });

  it('When the spread of sales is not known, then that of chance purchases is assumed', () => {
    const proposal = proposeReorder({ ...input, dailySalesStd: null }, DEFAULT_REPLENISHMENT);
    expect(proposal.safetyStock).toBeCloseTo(1.6449 * Math.sqrt(3) * 2, 2);
    expect(proposal.missing).toEqual([]);
  });

  it('When the supplier is not known, then it is advice only', () => {
    expect(proposeReorder({ ...input, supplier: null }, DEFAULT_REPLENISHMENT).missing).toEqual([
      'supplier and lead time',
    ]);
  });
});
