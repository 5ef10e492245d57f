import { TargetRows } from './target-rows.js';

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

describe('Target rows', () => {
  it('When nothing is smoothed, then a row is 1 at its label', () => {
    expect([...new TargetRows({ classes: 3, smoothing: 0 }).of([1, 2])]).toEqual([0, 1, 0, 0, 0, 1]);
  });

  it('When families are known, then relatives get more of what is spread, and rows still sum to 1', () => {
    const families = ['apple', 'apple', 'milk'];
    const row = new TargetRows({ classes: 3, smoothing: 0.3, families }).of([0]);
    expect(row[1]).toBeGreaterThan(row[2]!);
    expect(sum(row)).toBeCloseTo(1, 6);
  });

  it('When a class has no relatives, then its row is smoothed evenly', () => {
    const row = new TargetRows({ classes: 3, smoothing: 0.3, families: ['a', 'b', 'c'] }).of([2]);
    expect(row[0]).toBeCloseTo(row[1]!, 6);
  });

  it('When pictures are mixed, then each row has both labels by their shares', () => {
    const rows = new TargetRows({ classes: 2, smoothing: 0 }).of([0, 1], { partner: [1, 0], share: 0.75 });
    expect([...rows]).toEqual([0.75, 0.25, 0.25, 0.75]);
  });

  it('When classes are weighted, then rows sum to the weight', () => {
    const rows = new TargetRows({ classes: 2, smoothing: 0.2, classWeights: [0.5, 1.5] }).of([0, 1]);
    expect(sum(rows.subarray(0, 2))).toBeCloseTo(0.5, 6);
    expect(sum(rows.subarray(2))).toBeCloseTo(1.5, 6);
  });
});
