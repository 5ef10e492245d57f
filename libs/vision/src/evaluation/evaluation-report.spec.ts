import { evaluationReport } from './evaluation-report.js';

const dataSet = {
  labels: ['tea', 'jam', 'oil'].map((label) => ({ label, name: label.toUpperCase() })),
  items: [
    { label: 0, group: 'a', id: 'one', camera: 'cam-1', luma: 30 },
    { label: 0, group: 'b', id: 'two', camera: 'cam-1', luma: 100 },
    { label: 1, group: 'c', id: 'three', camera: 'cam-2', luma: 220 },
    { label: -1, group: 'd', id: 'four' },
  ],
};
/** Tea, then jam taken for tea's picture, then jam. */
const test = { indexes: [0, 1, 2], logits: Float32Array.of(5, 0, 0, 1, 2, 0, 0, 6, 0) };

describe('Evaluation report', () => {
  const report = evaluationReport(
    dataSet,
    { test, unknown: { indexes: [3], logits: Float32Array.of(0.1, 0, 0) } },
    { temperature: 1, unknownBelow: 0.5 },
  );

  it('When one of three is taken for another class, then figures, confusion and its picture say so', () => {
    expect(report).toMatchObject({ items: 3, top1: 2 / 3, top5: 1 });
    expect(report.classes.map(({ recall, support }) => [recall, support])).toEqual([
      [0.5, 2],
      [1, 1],
      [0, 0],
    ]);
    expect(report.confusions).toEqual([{ actual: 'tea', predicted: 'jam', count: 1, sampleIds: ['two'] }]);
    expect(report.weightedF1).toBeCloseTo((2 * (2 / 3) + 1 * (2 / 3)) / 3, 10);
  });

  it('When cameras and light are known, then there are figures for each', () => {
    expect(report.slices).toEqual(
      expect.arrayContaining([
        { by: 'camera', value: 'cam-1', items: 2, top1: 0.5 },
        { by: 'camera', value: 'cam-2', items: 1, top1: 1 },
        { by: 'light', value: 'dark', items: 1, top1: 1 },
        { by: 'light', value: 'bright', items: 1, top1: 1 },
      ]),
    );
  });

  it('When products were not taught, then it tells how well they are told apart', () => {
    expect(report.unknown).toMatchObject({ auroc: 1, knownRejected: 0, unknownAccepted: 0 });
    expect(report.golden).toBeNull();
    expect(evaluationReport(dataSet, { test }, { temperature: 1, unknownBelow: 0.5 }).unknown).toBeNull();
  });

  it('When bins are filled, then they hold all items and their mean distance is the calibration error', () => {
    const { bins, eceAfter } = report.calibration;
    expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(3);
    const distance = bins.reduce(
      (sum, { confidence, accuracy, count }) => sum + count * Math.abs(confidence - accuracy),
      0,
    );
    expect(distance / 3).toBeCloseTo(eceAfter, 6);
  });
});
