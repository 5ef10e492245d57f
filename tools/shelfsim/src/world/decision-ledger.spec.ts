import { DecisionLedger } from './decision-ledger.js';

const OUT = { gtin: 'a', book: { backroom: 0, onOrder: 0 }, shelf: 0, reorderPoint: 10 };
const LOW = { status: 'low', visibleFacings: 1 } as const;
const EMPTY = { status: 'empty', visibleFacings: 0 } as const;

describe('DecisionLedger', () => {
  it('When low stock has had it ordered, then the empty shelf finds it on order', () => {
    const ledger = new DecisionLedger(60);
    expect(ledger.decide(LOW, OUT, 100)).toBe('REORDER');
    expect(ledger.decide(EMPTY, OUT, 400)).toBe('ON_ORDER');
    expect(ledger.decide(EMPTY, { ...OUT, gtin: 'b' }, 400)).toBe('REORDER');
  });

  it('When the shelf was low for a moment only, then nobody can have ordered', () => {
    const ledger = new DecisionLedger(60);
    ledger.decide(LOW, OUT, 100);
    expect(ledger.decide(EMPTY, OUT, 130)).toBe('REORDER');
  });

  it('When the goods have come and are gone again, then they are to be ordered anew', () => {
    const ledger = new DecisionLedger(60);
    ledger.decide(EMPTY, OUT, 100);
    ledger.delivered(['a']);
    expect(ledger.decide(EMPTY, OUT, 900)).toBe('REORDER');
  });
});
