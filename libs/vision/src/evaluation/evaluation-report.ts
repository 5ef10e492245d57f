import type { EvaluationReport } from '@shelfwatch/contracts';
import type { CropDataSet } from '../dataset/crop-data-set.js';
import { areaUnderRoc } from './area-under-roc.js';
import { expectedCalibrationError } from './calibration.js';
import { classificationReport } from './classification-report.js';
import { highestOf, softmaxRow } from './softmax.js';

/** Logits of some items of a data set, a row for each. */
export interface Judged {
  indexes: readonly number[];
  logits: Float32Array;
}

const MOST_CONFUSIONS = 100;
const SAMPLES_OF_A_CONFUSION = 12;
const BINS = 15;
/** Mean luma of 255 below which a crop is dark, and above which it is bright. */
const [DARK_BELOW, BRIGHT_ABOVE] = [60, 190];

/**
 * Everything that one must know of a model before trusting it. Pure.
 *
 * @param test items that training never saw
 * @param golden kept apart for ever; undefined when there are none
 * @param unknown items of products that the model was not taught
 */
export function evaluationReport(
  dataSet: Pick<CropDataSet, 'labels' | 'items'>,
  { test, golden, unknown }: { test: Judged; golden?: Judged; unknown?: Judged },
  { temperature, unknownBelow }: { temperature: number; unknownBelow: number },
): EvaluationReport {
  const { labels: classLabels, items } = dataSet;
  const classes = classLabels.length;
  const labelsOf = ({ indexes }: Judged) => indexes.map((index) => items[index]!.label);
  const labels = labelsOf(test);
  const report = classificationReport(test.logits, labels, classes);
  const answers = labels.map((_, row) => highestOf(test.logits, row, classes));
  const labelAt = (label: number) => classLabels[label]!.label;
  return {
    items: labels.length,
    top1: report.top1,
    top5: topK(test.logits, labels, classes, 5),
    macroF1: report.macroF1,
    weightedF1: ratio(
      report.classes.reduce((sum, { f1, support }) => sum + f1 * support, 0),
      labels.length,
    ),
    classes: report.classes.map((figures, label) => ({
      ...{ label: labelAt(label), name: classLabels[label]!.name },
      ...figures,
    })),
    confusions: report.confusions.slice(0, MOST_CONFUSIONS).map(({ actual, predicted, count }) => ({
      ...{ actual: labelAt(actual), predicted: labelAt(predicted), count },
      sampleIds: labels
        .flatMap((label, row) =>
          label === actual && answers[row] === predicted ? [items[test.indexes[row]!]!.id ?? ''] : [],
        )
        .filter((id) => id !== '')
        .slice(0, SAMPLES_OF_A_CONFUSION),
    })),
    calibration: {
      eceBefore: expectedCalibrationError(test.logits, labels, classes, { temperature: 1 }),
      eceAfter: expectedCalibrationError(test.logits, labels, classes, { temperature }),
      temperature,
      bins: reliability(test.logits, labels, classes, temperature),
    },
    unknown:
      unknown === undefined || unknown.indexes.length === 0
        ? null
        : rejection(test, unknown, classes, temperature, unknownBelow),
    slices: slicesOf(test.indexes, answers, items),
    golden:
      golden === undefined || golden.indexes.length === 0 ? null : goldenFigures(golden, labelsOf(golden), classes),
  };
}

function goldenFigures(
  golden: Judged,
  labels: readonly number[],
  classes: number,
): NonNullable<EvaluationReport['golden']> {
  const { top1, macroF1 } = classificationReport(golden.logits, labels, classes);
  return { items: labels.length, top1, macroF1 };
}

function topK(logits: Float32Array, labels: readonly number[], classes: number, k: number): number {
  const hits = labels.filter((label, row) => {
    const own = logits[row * classes + label]!;
    let better = 0;
    for (let index = 0; index < classes; index += 1) if (logits[row * classes + index]! > own) better += 1;
    return better < k;
  });
  return ratio(hits.length, labels.length);
}

function reliability(
  logits: Float32Array,
  labels: readonly number[],
  classes: number,
  temperature: number,
): EvaluationReport['calibration']['bins'] {
  const bins = Array.from({ length: BINS }, () => ({ confidence: 0, hits: 0, count: 0 }));
  labels.forEach((label, row) => {
    const best = highestOf(logits, row, classes);
    const confidence = softmaxRow(logits, row, classes, temperature)[best]!;
    const bin = bins[Math.min(BINS - 1, Math.floor(confidence * BINS))]!;
    bin.confidence += confidence;
    bin.hits += best === label ? 1 : 0;
    bin.count += 1;
  });
  return bins
    .filter(({ count }) => count > 0)
    .map(({ confidence, hits, count }) => ({ confidence: confidence / count, accuracy: hits / count, count }));
}

function rejection(
  known: Judged,
  unknown: Judged,
  classes: number,
  temperature: number,
  threshold: number,
): NonNullable<EvaluationReport['unknown']> {
  const scores = ({ indexes, logits }: Judged) =>
    indexes.map((_, row) => Math.max(...softmaxRow(logits, row, classes, temperature)));
  const [ours, foreign] = [scores(known), scores(unknown)];
  return {
    auroc: areaUnderRoc(ours, foreign),
    score: 'max-probability',
    threshold,
    knownRejected: ratio(ours.filter((score) => score < threshold).length, ours.length),
    unknownAccepted: ratio(foreign.filter((score) => score >= threshold).length, foreign.length),
  };
}

function slicesOf(
  indexes: readonly number[],
  answers: readonly number[],
  items: CropDataSet['items'],
): EvaluationReport['slices'] {
  const slices = new Map<string, { by: 'camera' | 'light'; value: string; items: number; right: number }>();
  indexes.forEach((index, row) => {
    const { camera, luma, label } = items[index]!;
    const note = (by: 'camera' | 'light', value: string) => {
      const slice = slices.get(`${by} ${value}`) ?? { by, value, items: 0, right: 0 };
      slice.items += 1;
      slice.right += answers[row] === label ? 1 : 0;
      slices.set(`${by} ${value}`, slice);
    };
    if (camera !== undefined) note('camera', camera);
    if (luma !== undefined) note('light', luma < DARK_BELOW ? 'dark' : luma > BRIGHT_ABOVE ? 'bright' : 'normal');
  });
  return [...slices.values()].map(({ right, ...slice }) => ({ ...slice, top1: ratio(right, slice.items) }));
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
