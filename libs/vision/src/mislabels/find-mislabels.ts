import { highestOf, softmaxRow } from '../evaluation/softmax.js';
import { dealFolds, NEVER_CHECKED } from './deal-folds.js';
import { fitLabelNoise, wrongness } from './label-noise.js';
import { projectRows, type Rows } from './project-rows.js';
import { addSums, emptySums, fitDiscriminant, scoreRow, sumUp } from './shrunken-discriminant.js';

/** A row whose label a classifier doubts that has not seen it. */
export interface Suspect {
  row: number;
  label: number;
  suggested: number;
  /** Calibrated, 0..1. */
  labelProbability: number;
  suggestedProbability: number;
}

export interface LabelsToCheck {
  /** One row a label, `width` values each. */
  embeddings: { readonly values: Float32Array; readonly width: number };
  /** From 0 to `classes - 1`. */
  labels: readonly number[];
  /** Rows of one group look alike. */
  groups: readonly string[];
  classes: number;
  folds?: number;
  seed?: number;
}

/** Smallest spread of a unit, as a share of the mean one: a unit that is nearly constant must not be blown up. */
const SMALLEST_SPREAD = 0.05;

/** Values of a row that are looked at; more take much longer and tell hardly more. */
const LOOKED_AT = 384;
/** Of the probability that a label is wrong. */
const DOUBTFUL = 0.5;

/**
 * Finds probably wrong labels as confident learning does (Northcutt, Jiang & Chuang 2021, "Confident Learning: Estimating Uncertainty in Dataset
 * Labels"): every row is judged by a classifier that was fitted on the other folds, and the rate of wrong labels is estimated from all those
 * judgements. A row is suspect when, at that rate, its label is more likely wrong than right. Where the classifier is weak, or the labels are clean,
 * few are: products that look alike accuse nobody.
 *
 * @returns the most suspect first, and how many rows could be checked: those of classes with two rows at least
 */
export function findMislabels(request: LabelsToCheck): { checked: number; suspects: Suspect[] } {
  const { labels, groups, classes, folds = 5, seed = 1 } = request;
  const foldOf = dealFolds(labels, groups, folds, seed);
  const checked = [...labels.keys()].filter((row) => foldOf[row] !== NEVER_CHECKED);
  const rows = projectRows(standardised(request.embeddings), LOOKED_AT, seed);
  const scores = judge(rows, checked, foldOf, { labels, classes, folds });
  const given = checked.map((row) => labels[row]!);
  const { rate, temperature } = fitLabelNoise(scores, given, classes);
  const suspects = checked.flatMap((row, place): (Suspect & { doubt: number })[] => {
    const probabilities = softmaxRow(scores, place, classes, temperature);
    const [label, suggested] = [given[place]!, highestOf(probabilities, 0, classes)];
    const labelProbability = probabilities[label]!;
    const doubt = wrongness(labelProbability, rate, classes);
    if (suggested === label || doubt <= DOUBTFUL) return [];
    return [{ row, label, suggested, labelProbability, suggestedProbability: probabilities[suggested]!, doubt }];
  });
  suspects.sort((a, b) => b.doubt - a.doubt);
  return { checked: checked.length, suspects: suspects.map(({ doubt: _doubt, ...suspect }) => suspect) };
}

/** Scores of each checked row, by a classifier that has not seen its fold. */
function judge(
  rows: Rows,
  checked: readonly number[],
  foldOf: readonly number[],
  { labels, classes, folds }: { labels: readonly number[]; classes: number; folds: number },
): Float32Array {
  const membersOf = (fold: number) => [...foldOf.keys()].filter((row) => foldOf[row] === fold);
  // Classes that cannot be checked stay out: nothing shall be taken for them.
  const parts = Array.from({ length: folds }, (_, fold) => ({
    fold,
    sums: sumUp(rows, membersOf(fold), labels, classes),
  }));
  const all = emptySums(classes, rows.width);
  for (const { sums } of parts) addSums(all, sums, 1);
  const scores = new Float32Array(checked.length * classes);
  for (const { fold, sums } of parts) {
    if (membersOf(fold).length === 0) continue;
    addSums(all, sums, -1);
    const discriminant = fitDiscriminant(all, rows.width);
    addSums(all, sums, 1);
    checked.forEach((row, place) => {
      if (foldOf[row] === fold) scores.set(scoreRow(rows, row, discriminant), place * classes);
    });
  }
  return toCommonScale(scores, classes);
}

/** Divides by the mean distance between the best score and the mean one, so that the temperature lies in the range where it is looked for. */
function toCommonScale(scores: Float32Array, classes: number): Float32Array {
  const rows = scores.length / classes;
  let distance = 0;
  for (let row = 0; row < rows; row += 1) {
    const finite = scores.subarray(row * classes, (row + 1) * classes).filter(Number.isFinite);
    const mean = finite.reduce((sum, value) => sum + value, 0) / finite.length;
    distance += (finite.reduce((most, value) => Math.max(most, value), -Infinity) - mean) / rows;
  }
  return distance > 0 ? scores.map((value) => value / distance) : scores;
}

/** Each unit with mean 0 and the same spread. */
function standardised({ values, width }: LabelsToCheck['embeddings']): Rows {
  const rows = values.length / width;
  const [means, spreads] = [new Float64Array(width), new Float64Array(width)];
  for (let at = 0; at < values.length; at += 1) means[at % width]! += values[at]! / rows;
  for (let at = 0; at < values.length; at += 1) spreads[at % width]! += (values[at]! - means[at % width]!) ** 2 / rows;
  const deviations = spreads.map(Math.sqrt);
  const least = (SMALLEST_SPREAD * deviations.reduce((sum, it) => sum + it, 0)) / width || 1;
  return {
    width,
    values: Float64Array.from(
      values,
      (value, at) => (value - means[at % width]!) / Math.max(least, deviations[at % width]!),
    ),
  };
}
