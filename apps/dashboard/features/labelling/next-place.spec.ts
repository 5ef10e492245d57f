import { nextPlace } from './next-place';

describe('Walking through a grid', () => {
  it.each([
    ['ArrowRight', 4, 5],
    ['ArrowLeft', 4, 3],
    ['ArrowDown', 4, 8],
    ['ArrowUp', 4, 0],
    ['Home', 4, 0],
    ['End', 4, 9],
    ['ArrowRight', 9, 9],
    ['ArrowUp', 2, 0],
    ['ArrowDown', -1, 0],
  ])('When %s is pressed at %d, then %d is next', (key, place, expected) => {
    expect(nextPlace(key, place, 10, 4)).toBe(expected);
  });

  it('When another key is pressed or nothing is there, then nothing moves', () => {
    expect(nextPlace('x', 4, 10, 4)).toBeUndefined();
    expect(nextPlace('ArrowDown', -1, 0, 1)).toBeUndefined();
  });
});
