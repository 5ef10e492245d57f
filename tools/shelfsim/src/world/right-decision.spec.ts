import { rightDecision } from './right-decision.js';

const EMPTY = { status: 'empty', visibleFacings: 0 } as const;

describe('rightDecision', () => {
  it.each([
    ['the books say there is some in the back room', { backroom: 3, onOrder: 5 }, 'RESTOCK_FROM_BACKROOM'],
    ['nothing is in the back room but some is on order', { backroom: 0, onOrder: 5 }, 'ON_ORDER'],
    ['there is none and none is on order', { backroom: 0, onOrder: 0 }, 'REORDER'],
  ] as const)('When %s, then %p leads to %s', (_, book, remedy) => {
    expect(rightDecision(EMPTY, book, 0, 10)).toBe(remedy);
  });

  it('When a foreign item stands there, then it is to be put right first', () => {
    expect(rightDecision({ status: 'misplaced', visibleFacings: 1 }, { backroom: 3, onOrder: 0 }, 2, 10)).toBe(
      'MISPLACED',
    );
  });

  it('When enough is left on the shelf, then nothing is to be ordered yet', () => {
    expect(rightDecision({ status: 'low', visibleFacings: 1 }, { backroom: 0, onOrder: 0 }, 12, 10)).toBeUndefined();
  });
});
