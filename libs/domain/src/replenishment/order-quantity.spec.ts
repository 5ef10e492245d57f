import fc from 'fast-check';
import { type OrderInput, orderQuantity } from './order-quantity.js';
import { CASE_ROUNDINGS } from './round-to-cases.js';

const items = (max: number) => fc.double({ min: 0, max, noNaN: true });
const inputs: fc.Arbitrary<OrderInput> = fc.record({
  position: fc.integer({ min: -100, max: 500 }),
  reorderPoint: items(300),
  policy: fc.oneof(
    fc.record({ kind: fc.constant('order-up-to' as const), level: items(800) }),
    fc.record({ kind: fc.constant('fixed-lot' as const), lot: fc.integer({ min: 1, max: 120 }) }),
  ),
  casePack: fc.integer({ min: 1, max: 48 }),
  rounding: fc.constantFrom(...CASE_ROUNDINGS),
  minimumOrderCases: fc.integer({ min: 1, max: 20 }),
  capacity: fc.option(fc.integer({ min: 0, max: 1_000 })),
  palletLayerCases: fc.option(fc.integer({ min: 1, max: 12 })),
});

describe('orderQuantity, whatever goes in', () => {
  const check = (holds: (input: OrderInput, unit: number) => void): void =>
    fc.assert(
      fc.property(inputs, (input) => holds(input, (input.palletLayerCases ?? 1) * input.casePack)),
      { numRuns: 1_000 },
    );

  it('orders whole cases and whole pallet layers, never less than nothing', () =>
    check((input, unit) => {
      const { cases, quantity } = orderQuantity(input);
      expect(quantity).toBe(cases * input.casePack);
      expect(quantity % unit).toBe(0);
      expect(Number.isSafeInteger(quantity) && quantity >= 0).toBe(true);
    }));

  it('never orders what does not fit', () =>
    check((input) => {
      const { quantity } = orderQuantity(input);
      if (quantity > 0) expect(input.position + quantity).toBeLessThanOrEqual(input.capacity ?? Infinity);
    }));

  it('orders at least the minimum, or nothing', () =>
    check((input) => {
      const { cases } = orderQuantity(input);
      expect(cases === 0 || cases >= input.minimumOrderCases).toBe(true);
    }));

  it('passes the wanted quantity only to fill a case, a layer or the minimum; rounded down not at all', () =>
    check((input, unit) => {
      const { quantity } = orderQuantity(input);
      const { policy, position, reorderPoint, casePack } = input;
      const wanted =
        policy.kind === 'order-up-to'
          ? Math.max(0, policy.level - position)
          : Math.max(0, Math.floor((reorderPoint - position) / policy.lot) + 1) * policy.lot;
      const least = Math.ceil((input.minimumOrderCases * casePack) / unit) * unit;
      if (wanted === 0) return expect(quantity).toBe(0);
      if (input.rounding === 'DOWN_TO_MAX') return expect(quantity).toBeLessThanOrEqual(Math.max(wanted, least));
      expect(quantity).toBeLessThan(Math.max(wanted + unit, least + 1));
    }));

  it('says what bound it: with UP and no bound at work, nothing of what is wanted is left out', () =>
    check((input) => {
      const { quantity, boundBy } = orderQuantity({ ...input, rounding: 'UP' });
      if (boundBy === 'capacity' || input.policy.kind !== 'order-up-to') return;
      expect(quantity).toBeGreaterThanOrEqual(input.policy.level - input.position);
    }));

  it('orders no less when less is there', () =>
    check((input) => {
      const unbounded = { ...input, capacity: null };
      const more = orderQuantity({ ...unbounded, position: input.position - 1 });
      expect(more.quantity).toBeGreaterThanOrEqual(orderQuantity(unbounded).quantity);
    }));
});

describe('orderQuantity with pallet layers', () => {
  const base: OrderInput = {
    position: 0,
    reorderPoint: 10,
    policy: { kind: 'order-up-to', level: 100 },
    casePack: 6,
    rounding: 'UP',
    minimumOrderCases: 1,
    capacity: null,
    palletLayerCases: 8,
  };

  it.each([
    ['UP', null, 24, null],
    ['DOWN_TO_MAX', null, 16, null],
    ['NEAREST', null, 16, null],
    ['UP', 143, 16, 'capacity'],
    ['UP', 47, 0, 'capacity'],
  ] as const)('When %s rounds with room for %s, then %d cases', (rounding, capacity, cases, boundBy) => {
    expect(orderQuantity({ ...base, rounding, capacity })).toMatchObject({ cases, boundBy });
  });

  it('When the minimum is no whole layer, then the layer is filled', () => {
    const small = { ...base, policy: { kind: 'order-up-to', level: 10 } as const, minimumOrderCases: 9 };
    expect(orderQuantity(small)).toEqual({ cases: 16, quantity: 96, boundBy: 'minimum-order' });
  });

  it('When reserved goods take up room, then they count as there', () => {
    const reserved = { ...base, palletLayerCases: null, capacity: 40, position: 5, occupied: 25 };
    expect(orderQuantity(reserved)).toMatchObject({ quantity: 12, boundBy: 'capacity' });
  });
});
