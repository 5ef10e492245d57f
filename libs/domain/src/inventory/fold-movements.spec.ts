import fc from 'fast-check';
import { foldMovements } from './fold-movements.js';
import { onHand, positionOf } from './inventory-balance.js';
import {
  CORRECTION_REASONS,
  type InventoryMovement,
  MOST_ITEMS,
  type MovementDetails,
  movementProblem,
  STOCK_PLACES,
} from './movement.js';

const at = (minute: number): Date => new Date(Date.UTC(2026, 2, 2, 8, minute));
const moved = (minute: number, details: MovementDetails, key = `${minute}-${details.kind}`): InventoryMovement => ({
  idempotencyKey: key,
  effectiveAt: at(minute),
  details,
});

const amount = fc.integer({ min: 0, max: 50 });
const positive = fc.integer({ min: 1, max: 50 });
const signed = fc.oneof(positive, fc.integer({ min: -50, max: -1 }));
const place = fc.constantFrom(...STOCK_PLACES);
const flows: fc.Arbitrary<MovementDetails>[] = [
  fc
    .record({ place, quantity: positive, share: fc.double({ min: 0, max: 1, noNaN: true }) })
    .map(({ share, ...rest }) => ({ kind: 'delivery', ...rest, fromOrder: Math.floor(rest.quantity * share) })),
  fc.record({ kind: fc.constant('sale' as const), quantity: signed }),
  fc.record({
    kind: fc.constant('correction' as const),
    place,
    quantity: signed,
    reason: fc.constantFrom(...CORRECTION_REASONS),
  }),
  fc.record({ kind: fc.constant('reservation' as const), quantity: signed }),
  fc.record({ kind: fc.constant('transfer' as const), quantity: signed }),
  fc.record({ kind: fc.constant('order' as const), quantity: signed }),
  fc.record({ kind: fc.constant('shelf-evidence' as const), shelf: amount }),
];
const count: fc.Arbitrary<MovementDetails> = fc
  .record({ shelf: amount, backroom: amount, reserved: amount, onOrder: amount }, { requiredKeys: [] })
  .filter((figures) => Object.keys(figures).length > 0)
  .map((figures) => ({ kind: 'count', ...figures }));

/** Many at the same instant on purpose, and keys of their own. */
const ledgerOf = (details: fc.Arbitrary<MovementDetails>): fc.Arbitrary<InventoryMovement[]> =>
  fc
    .array(fc.tuple(fc.integer({ min: 0, max: 12 }), details), { maxLength: 30 })
    .map((rows) => rows.map(([minute, one], index) => moved(minute, one, `m${index}`)));
const ledger = ledgerOf(fc.oneof(...flows, count));
const flowsOnly = ledgerOf(fc.oneof(...flows));

const changeOnHand = (details: MovementDetails): number => {
  if (details.kind === 'sale') return -details.quantity;
  return details.kind === 'delivery' || details.kind === 'correction' ? details.quantity : 0;
};

describe('foldMovements', () => {
  it('When movements arrive in any order and several times, then the balance is the same', () => {
    const arrivals = ledger.chain((movements) =>
      fc.tuple(
        fc.constant(movements),
        fc.shuffledSubarray([...movements, ...movements, ...movements], { minLength: movements.length * 3 }),
      ),
    );
    fc.assert(
      fc.property(arrivals, ([movements, arrived]) => {
        expect(foldMovements(arrived)).toEqual(foldMovements(movements));
      }),
      { numRuns: 500 },
    );
  });

  it('When a key is used for two different movements, then the order of arrival still does not matter', () => {
    fc.assert(
      fc.property(ledger, ledger, (one, other) => {
        expect(foldMovements([...one, ...other])).toEqual(foldMovements([...other, ...one]));
      }),
    );
  });

  it('Whatever moves, every figure is a whole number that is not negative', () => {
    fc.assert(
      fc.property(ledger, (movements) => {
        const { shelf, backroom, reserved, onOrder, shortfall } = foldMovements(movements);
        for (const figure of [shelf, backroom, reserved, onOrder, shortfall]) {
          expect(Number.isSafeInteger(figure) && figure >= 0).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('Whatever moves, no item appears or vanishes: on hand less the shortfall is what came in less what went out', () => {
    fc.assert(
      fc.property(flowsOnly, fc.option(fc.tuple(amount, amount)), (movements, start) => {
        const first = start === null ? [] : [moved(-1, { kind: 'count', shelf: start[0], backroom: start[1] })];
        const balance = foldMovements([...first, ...movements]);
        const flow = movements.reduce((sum, { details }) => sum + changeOnHand(details), 0);
        expect(onHand(balance) - balance.shortfall).toBe((start?.[0] ?? 0) + (start?.[1] ?? 0) + flow);
        expect(onHand(balance) === 0 || balance.shortfall === 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('Whatever was told before it, a full count leaves exactly what was counted, even when told before the rest', () => {
    fc.assert(
      fc.property(ledger, amount, amount, (movements, shelf, backroom) => {
        const anchor = moved(30, { kind: 'count', shelf, backroom, reserved: 0, onOrder: 0 });
        expect(foldMovements([anchor, ...movements])).toMatchObject({
          ...{ shelf, backroom, reserved: 0, onOrder: 0, shortfall: 0 },
          countedAt: { shelf: at(30), backroom: at(30) },
        });
      }),
    );
  });

  it('When nothing has moved, then nothing is there', () => {
    expect(foldMovements([])).toMatchObject({ shelf: 0, backroom: 0, shortfall: 0, asOf: null, seen: null });
  });

  it('When a day passes, then the places are kept apart', () => {
    const day = foldMovements([
      moved(0, { kind: 'count', shelf: 10, backroom: 0 }),
      moved(1, { kind: 'order', quantity: 24 }),
      moved(2, { kind: 'sale', quantity: 8 }),
      moved(3, { kind: 'delivery', place: 'backroom', quantity: 24, fromOrder: 24 }),
      moved(4, { kind: 'transfer', quantity: 6 }),
      moved(5, { kind: 'reservation', quantity: 2 }),
      moved(6, { kind: 'correction', place: 'backroom', quantity: -1, reason: 'damaged' }),
    ]);
    expect(day).toMatchObject({ shelf: 8, backroom: 17, reserved: 2, onOrder: 0, shortfall: 0, asOf: at(6) });
    expect(positionOf(day)).toBe(23);
  });

  it('When more is sold than the shelf had by the book, then it came from the back room', () => {
    const sold = [moved(0, { kind: 'count', shelf: 2, backroom: 10 }), moved(1, { kind: 'sale', quantity: 5 })];
    expect(foldMovements(sold)).toMatchObject({ shelf: 0, backroom: 7, shortfall: 0 });
    // The transfer is told late: nothing is booked twice.
    const late = [...sold, moved(1, { kind: 'transfer', quantity: 6 })];
    expect(foldMovements(late)).toMatchObject({ shelf: 3, backroom: 4, shortfall: 0 });
  });

  it('When more is sold than the store had by the book, then the book says by how much it was wrong', () => {
    const sold = [moved(0, { kind: 'count', shelf: 2, backroom: 0 }), moved(3, { kind: 'sale', quantity: 5 })];
    expect(foldMovements(sold)).toMatchObject({ shelf: 0, backroom: 0, shortfall: 3 });
    const delivered = moved(2, { kind: 'delivery', place: 'backroom', quantity: 12, fromOrder: 0 });
    expect(foldMovements([...sold, delivered])).toMatchObject({ shelf: 0, backroom: 9, shortfall: 0 });
  });

  it('When a camera sees an empty shelf, then what the book has must be in the back room', () => {
    const book = moved(0, { kind: 'count', shelf: 4, backroom: 3 });
    const seen = foldMovements([book, moved(1, { kind: 'shelf-evidence', shelf: 0 })]);
    expect(seen).toMatchObject({ shelf: 0, backroom: 7, seen: { shelf: 0, at: at(1) } });
    const full = foldMovements([book, moved(1, { kind: 'shelf-evidence', shelf: 20 })]);
    expect(full).toMatchObject({ shelf: 7, backroom: 0, seen: { shelf: 20 } });
  });

  it('When the back room is found empty, then the count says so and the shelf stays', () => {
    const found = foldMovements([
      moved(0, { kind: 'count', shelf: 0, backroom: 6 }),
      moved(1, { kind: 'count', backroom: 0 }),
    ]);
    expect(found).toMatchObject({ shelf: 0, backroom: 0, shortfall: 0, countedAt: { shelf: at(0), backroom: at(1) } });
  });

  it.each<[string, InventoryMovement]>([
    ['no number', moved(0, { kind: 'sale', quantity: Number.NaN })],
    ['half an item', moved(0, { kind: 'transfer', quantity: 0.5 })],
    ['nothing', moved(0, { kind: 'order', quantity: 0 })],
    ['an endless delivery', moved(0, { kind: 'delivery', place: 'shelf', quantity: Infinity, fromOrder: 0 })],
    ['too many', moved(0, { kind: 'sale', quantity: MOST_ITEMS + 1 })],
    ['more from an order than came', moved(0, { kind: 'delivery', place: 'shelf', quantity: 1, fromOrder: 2 })],
    ['an empty count', moved(0, { kind: 'count' })],
    ['a negative count', moved(0, { kind: 'count', shelf: -1 })],
    ['no time', { ...moved(0, { kind: 'sale', quantity: 1 }), effectiveAt: new Date(Number.NaN) }],
    ['no key', moved(0, { kind: 'sale', quantity: 1 }, '')],
  ])('When a movement tells %s, then it is refused with a reason', (_what, movement) => {
    expect(movementProblem(movement)).toEqual(expect.any(String));
    expect(() => foldMovements([movement])).toThrow(RangeError);
  });
});
