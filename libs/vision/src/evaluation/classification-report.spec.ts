import { classificationReport } from './classification-report.js';

/** Logits whose highest value lies at the given class. */
const answers = (predictions: number[], classes: number) =>
  Float32Array.from(
    predictions.flatMap((best) => Array.from({ length: classes }, (_, label) => (label === best ? 1 : 0))),
  );

describe('Classification report', () => {
  it('When every answer is right, then accuracy and macro-F1 are 1', () => {
    const report = classificationReport(answers([0, 1, 2], 3), [0, 1, 2], 3);
    expect(report).toMatchObject({ top1: 1, macroF1: 1, confusions: [] });
  });

  it('When a class is missed, then precision, recall and F1 say so for each class', () => {
    const report = classificationReport(answers([0, 0, 0, 1], 2), [0, 0, 1, 1], 2);
    expect(report.top1).toBe(0.75);
    expect(report.classes[0]).toMatchObject({ precision: 2 / 3, recall: 1, f1: 0.8, support: 2 });
    expect(report.classes[1]).toMatchObject({ precision: 1, recall: 0.5, support: 2 });
    expect(report.macroF1).toBeCloseTo((0.8 + 2 / 3) / 2, 10);
    expect(report.confusions).toEqual([{ actual: 1, predicted: 0, count: 1 }]);
  });

  it('When a class does not occur, then macro-F1 leaves it out', () => {
    expect(classificationReport(answers([0, 1], 3), [0, 1], 3).macroF1).toBe(1);
  });

  it('When there are no items, then the figures are 0 and not NaN', () => {
    expect(classificationReport(new Float32Array(), [], 3)).toMatchObject({ top1: 0, macroF1: 0 });
  });
});
