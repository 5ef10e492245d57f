import { toRegionPrediction } from './to-region-prediction.js';

const model = {
  unknownBelow: 0.4,
  labels: [
    { label: 'empty', name: '' },
    { label: '00000000000017', name: 'soup' },
    { label: '00000000000024', name: 'tea' },
  ],
};
const asked = { regionId: 'a', topK: 2, also: [] };

describe('toRegionPrediction', () => {
  it('When a row is worded, then the likeliest labels come first', () => {
    const { top, unknown } = toRegionPrediction(model, Float32Array.of(0.25, 0.125, 0.625), asked);
    expect(top).toEqual([
      { label: '00000000000024', probability: 0.625 },
      { label: 'empty', probability: 0.25 },
    ]);
    expect(unknown).toBe(false);
  });

  it('When no label is likely enough, then the model abstains', () => {
    expect(toRegionPrediction(model, Float32Array.of(0.34, 0.33, 0.33), asked).unknown).toBe(true);
  });

  it('When labels are asked for, then they come whatever their rank, and unknown ones are left out', () => {
    const row = Float32Array.of(0.25, 0.125, 0.625);
    const { also } = toRegionPrediction(model, row, { ...asked, also: ['00000000000017', '00000000000031'] });
    expect(also).toEqual({ '00000000000017': 0.125 });
  });
});
