import { readingOrder, stepFrom } from './slot-steps';

const slot = (shelf: number, position: number) => ({ slotId: `${shelf}-${position}`, shelf, position });
const slots = [slot(2, 1), slot(1, 2), slot(1, 1), slot(1, 4), slot(2, 3)];

describe('Walking over the shelf with arrow keys', () => {
  it.each([
    ['1-1', 'ArrowRight', '1-2'],
    ['1-4', 'ArrowLeft', '1-2'],
    ['1-4', 'ArrowDown', '2-3'],
    ['2-1', 'ArrowUp', '1-1'],
  ])('When one is at %s and presses %s, then one comes to %s', (from, key, to) => {
    expect(stepFrom(slots, from, key)?.slotId).toBe(to);
  });
  it.each([
    ['1-4', 'ArrowRight'],
    ['1-1', 'ArrowUp'],
    ['1-1', 'Enter'],
    ['gone', 'ArrowRight'],
  ])('When one is at %s and presses %s, then one stays', (from, key) => {
    expect(stepFrom(slots, from, key)).toBeUndefined();
  });
});

describe('readingOrder', () => {
  it('When slots come in any order, then they are read from the top left', () => {
    expect(readingOrder(slots).map(({ slotId }) => slotId)).toEqual(['1-1', '1-2', '1-4', '2-1', '2-3']);
  });
});
