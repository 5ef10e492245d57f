import type { CropDataSet } from '../dataset/crop-data-set.js';
import { TargetRows } from './target-rows.js';
import type { TrainingOptions } from './training-options.js';

/** However rare a class is, it counts at most this many times as much as the average one. */
const HEAVIEST = 5;

/** What the loss wants for each class of a data set, by the options of a run. */
export function targetRowsOf(
  { labels, items }: CropDataSet,
  train: readonly number[],
  {
    labelSmoothing,
    classWeights,
    familyWeight,
  }: Pick<TrainingOptions, 'labelSmoothing' | 'classWeights' | 'familyWeight'>,
): TargetRows {
  const hasFamilies = labels.some(({ family }) => family !== undefined);
  return new TargetRows({
    classes: labels.length,
    smoothing: labelSmoothing,
    ...(hasFamilies ? { families: labels.map(({ family, label }) => family ?? label), familyWeight } : {}),
    ...(classWeights === 'balanced'
      ? {
          classWeights: balanced(
            train.map((index) => items[index]!.label),
            labels.length,
          ),
        }
      : {}),
  });
}

/** Inverse of each class's share, so that the mean over pictures is 1 before the heaviest are held back. */
function balanced(labels: readonly number[], classes: number): number[] {
  const counts = new Array<number>(classes).fill(0);
  for (const label of labels) counts[label]! += 1;
  const occurring = counts.filter((count) => count > 0).length;
  return counts.map((count) => (count === 0 ? 1 : Math.min(HEAVIEST, labels.length / (occurring * count))));
}
