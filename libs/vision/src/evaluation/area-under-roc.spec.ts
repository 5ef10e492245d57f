import { areaUnderRoc } from './area-under-roc.js';

describe('Area under the ROC curve', () => {
  it.each([
    [[3, 4], [1, 2], 1],
    [[1, 2], [3, 4], 0],
    [[1, 1], [1, 1], 0.5],
    [[0.8, 0.4], [0.6, 0.2], 0.75],
  ])('When positives score %j and negatives %j, then it is %d', (positives, negatives, area) => {
    expect(areaUnderRoc(positives, negatives)).toBeCloseTo(area, 10);
  });

  it('When one side is empty, then there is none', () => {
    expect(areaUnderRoc([1], [])).toBeNaN();
  });
});
