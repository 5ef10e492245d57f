import type { RegionPrediction } from '@shelfwatch/contracts';
import { parseGtin } from '@shelfwatch/domain';
import { toFacingReading } from './to-facing-reading.js';

const expected = parseGtin('4006381333931')!;
const prediction: RegionPrediction = {
  regionId: 'r',
  top: [
    { label: 'empty', probability: 0.7 },
    { label: expected, probability: 0.2 },
  ],
  also: { occluded: 0.05 },
  unknown: false,
};

describe('toFacingReading', () => {
  it('finds each probability among the wanted labels or the likeliest ones', () => {
    expect(toFacingReading(prediction, 2, expected)).toEqual({
      facing: 2,
      label: 'empty',
      probability: 0.7,
      expectedProbability: 0.2,
      emptyProbability: 0.7,
      occludedProbability: 0.05,
    });
  });

  it('When the model abstains, then the label is unknown', () => {
    expect(toFacingReading({ ...prediction, unknown: true }, 0, expected).label).toBe('unknown');
  });
});
