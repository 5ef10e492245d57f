import { scoreTransfer } from './score-transfer.js';

describe('Score of a transfer', () => {
  it('When an answer is of the right family only, then it counts on the coarse level alone', () => {
    const score = scoreTransfer([0, 1, 2, 2], [0, 0, 2, 1], (label) => (label < 2 ? 0 : 1));
    expect(score).toMatchObject({ fineAccuracy: 0.5, coarseAccuracy: 0.75 });
    // F1 by hand: class 0 = 2·1/(1+2), class 1 = 0, class 2 = 2·1/(2+1).
    expect(score.macroF1).toBeCloseTo((2 / 3 + 0 + 2 / 3) / 3, 10);
  });
});
