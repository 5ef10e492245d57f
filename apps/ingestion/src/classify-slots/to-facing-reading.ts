import type { RegionPrediction } from '@shelfwatch/contracts';
import type { FacingReading, Gtin } from '@shelfwatch/domain';

/** Labels whose probabilities every reading needs, likely or not. */
export const labelsWanted = (expected: Gtin): string[] => [expected, 'empty', 'occluded'];

/** Turns what inference says about a region into what the rules read. */
export function toFacingReading(prediction: RegionPrediction, facing: number, expected: Gtin): FacingReading {
  const best = prediction.top[0];
  const probabilityOf = (label: string): number =>
    prediction.also[label] ?? prediction.top.find((candidate) => candidate.label === label)?.probability ?? 0;
  return {
    facing,
    label: prediction.unknown || best === undefined ? 'unknown' : best.label,
    probability: best?.probability ?? 0,
    expectedProbability: probabilityOf(expected),
    emptyProbability: probabilityOf('empty'),
    occludedProbability: probabilityOf('occluded'),
  };
}
