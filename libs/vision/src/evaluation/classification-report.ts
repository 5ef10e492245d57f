import { highestOf } from './softmax.js';

export interface ClassReport {
  precision: number;
  recall: number;
  f1: number;
  /** Items of this class. */
  support: number;
}

export interface ClassificationReport {
  /** Share of items whose most likely class is right. */
  top1: number;
  /** Mean F1 of the classes that occur. */
  macroF1: number;
  classes: ClassReport[];
  /** The most frequent mistakes first. */
  confusions: { actual: number; predicted: number; count: number }[];
}

/**
 * Compares the most likely class of each row with the truth.
 *
 * @param logits rows of `classes` values; probabilities serve as well
 */
export function classificationReport(
  logits: Float32Array,
  labels: readonly number[],
  classes: number,
): ClassificationReport {
  const actual = new Array<number>(classes).fill(0);
  const predicted = new Array<number>(classes).fill(0);
  const right = new Array<number>(classes).fill(0);
  const mistakes = new Map<string, { actual: number; predicted: number; count: number }>();
  labels.forEach((label, row) => {
    const best = highestOf(logits, row, classes);
    actual[label]! += 1;
    predicted[best]! += 1;
    if (best === label) right[label]! += 1;
    else {
      const mistake = mistakes.get(`${label} ${best}`) ?? { actual: label, predicted: best, count: 0 };
      mistake.count += 1;
      mistakes.set(`${label} ${best}`, mistake);
    }
  });
  const reports = actual.map((support, label): ClassReport => {
    const precision = ratio(right[label]!, predicted[label]!);
    const recall = ratio(right[label]!, support);
    return { precision, recall, f1: ratio(2 * precision * recall, precision + recall), support };
  });
  const occurring = reports.filter(({ support }) => support > 0);
  return {
    top1: ratio(sum(right), labels.length),
    macroF1: ratio(sum(occurring.map(({ f1 }) => f1)), occurring.length),
    classes: reports,
    confusions: [...mistakes.values()].sort((a, b) => b.count - a.count),
  };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const ratio = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
