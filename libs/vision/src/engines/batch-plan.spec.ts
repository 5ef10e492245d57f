import { planBatches } from './batch-plan.js';

const sizes = (count: number, largest = 64): string =>
  planBatches(count, largest)
    .map(({ count: real, size }) => (real === size ? `${size}` : `${real}/${size}`))
    .join(' ');

describe('planBatches', () => {
  it.each([
    [1, '1'],
    [5, '4 1'],
    [7, '7/8'],
    [40, '32 8'],
    [60, '60/64'],
    [80, '64 16'],
    [200, '64 64 64 8'],
  ])('When %d crops come, then they are computed as %s', (count, expected) => {
    expect(sizes(count)).toBe(expected);
  });

  it('When a largest size is set, then no part exceeds it', () => {
    expect(sizes(40, 16)).toBe('16 16 8');
  });

  it('When blanks are dear, then parts hold crops only', () => {
    expect(planBatches(7, 8, 0)).toEqual([4, 2, 1].map((size) => ({ count: size, size })));
    expect(planBatches(19, 8, 0).every(({ count, size }) => count === size)).toBe(true);
  });

  it('When any number comes, then all are covered in known sizes with few blanks', () => {
    for (let count = 1; count <= 300; count++) {
      const parts = planBatches(count, 32);
      expect(parts.reduce((sum, part) => sum + part.count, 0)).toBe(count);
      expect(parts.reduce((sum, part) => sum + part.size, 0)).toBeLessThanOrEqual(count * 1.34);
    }
  });
});
