import { figureChanges, pointsOf } from './figure-change';

describe('Two models side by side', () => {
  it('When shares rise and the calibration error falls, then all of it is better', () => {
    const before = { items: 10, top1: 0.9, macroF1: 0.85, ece: 0.05 };
    const after = { items: 10, top1: 0.95, macroF1: 0.9, ece: 0.02 };
    expect(figureChanges({ before, after }).map(({ verdict }) => verdict)).toEqual(['better', 'better', 'better']);
    expect(figureChanges({ before: after, after: before }).map(({ verdict }) => verdict)).toEqual([
      'worse',
      'worse',
      'worse',
    ]);
    expect(figureChanges({ before, after })[0]).toEqual({
      ...{ label: 'Top-1', before: '90.0 %', after: '95.0 %', change: '+5.0 points', verdict: 'better' },
    });
  });

  it('When a difference is too small to be seen, then it is none', () => {
    const same = { items: 10, top1: 0.9, macroF1: 0.9, ece: 0.01 };
    expect(figureChanges({ before: same, after: { ...same, top1: 0.9002 } })[0]).toMatchObject({
      ...{ verdict: 'same', change: 'no change' },
    });
    expect(pointsOf(-0.0123)).toBe('−1.2 points');
  });
});
