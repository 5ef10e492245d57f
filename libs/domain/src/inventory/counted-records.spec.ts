import { countedRecords } from './counted-records.js';
import type { InventoryMovement, MovementDetails } from './movement.js';

const at = (minute: number): Date => new Date(Date.UTC(2026, 2, 2, 8, minute));
const moved = (minute: number, details: MovementDetails, key = `${minute}-${details.kind}`): InventoryMovement => ({
  ...{ idempotencyKey: key, effectiveAt: at(minute), details },
});
const count = (minute: number, shelf: number, backroom: number, key?: string): InventoryMovement =>
  moved(minute, { kind: 'count', shelf, backroom }, key);
const everyone = (): boolean => true;

describe('countedRecords', () => {
  it('When a product was counted, then the book of that moment stands beside the count', () => {
    const ledger = [count(0, 10, 20), moved(5, { kind: 'sale', quantity: 4 }), count(9, 5, 18)];
    expect(countedRecords(ledger, everyone)).toEqual([{ at: at(9), book: 26, counted: 23 }]);
  });

  it('When the book knew nothing before, or one place only, then its first count is not compared', () => {
    expect(countedRecords([count(0, 1, 2)], everyone)).toEqual([]);
    expect(countedRecords([moved(0, { kind: 'count', shelf: 3 }), count(1, 1, 2)], everyone)).toEqual([]);
  });

  it('When sales were told in any order, then what happened before the count is in the book, and what came after is not', () => {
    const sold = moved(5, { kind: 'sale', quantity: 2 });
    const later = moved(20, { kind: 'sale', quantity: 6 });
    const records = countedRecords([later, count(9, 8, 0), sold, count(0, 10, 0)], everyone);
    expect(records).toEqual([{ at: at(9), book: 8, counted: 8 }]);
  });

  it('When an inventory system told figures, then they are the book and no count', () => {
    const ledger = [count(0, 3, 3, 'figures/1'), count(4, 9, 9, 'figures/2'), count(8, 8, 9)];
    const isByPerson = ({ idempotencyKey }: InventoryMovement): boolean => !idempotencyKey.startsWith('figures/');
    expect(countedRecords(ledger, isByPerson)).toEqual([{ at: at(8), book: 18, counted: 17 }]);
  });

  it('When a count is told twice, then it is not compared with itself', () => {
    const twice = [count(0, 4, 4), count(9, 2, 2, 'a'), count(9, 2, 2, 'b')];
    expect(countedRecords(twice, everyone).map(({ book }) => book)).toEqual([8, 8]);
  });
});
