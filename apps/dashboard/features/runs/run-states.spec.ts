import { progressWords } from './run-states';

const progress = {
  stage: 'head',
  epoch: 3,
  epochs: 30,
  step: 0,
  steps: 0,
  loss: 1,
  imagesPerSecond: 9,
  done: 0.124,
  remainingSeconds: 240,
};

describe('Words for a run’s progress', () => {
  it('When it goes on, then they say how far, at what, and how long still', () => {
    expect(progressWords({ progress })).toBe('12 % · classifier, epoch 3 of 30 · about 4 min to go');
  });

  it('When nothing is known yet, or the rest is short, long or unknown, then they do not pretend', () => {
    expect(progressWords({ progress: null })).toBe('beginning');
    const left = (remainingSeconds: number | null) =>
      progressWords({ progress: { ...progress, epochs: 0, stage: 'all, small', remainingSeconds } });
    expect(left(null)).toBe('12 % · all, small');
    expect(left(20)).toBe('12 % · all, small · less than a minute to go');
    expect(left(9_000)).toBe('12 % · all, small · about 2.5 h to go');
  });
});
