import type * as tf from '@tensorflow/tfjs';
import type { CropDataSet } from '../dataset/crop-data-set.js';
import type { DataSetSplit } from '../dataset/split-by-group.js';
import { abstentionThreshold, expectedCalibrationError, fitTemperature } from '../evaluation/calibration.js';
import { classificationReport, type ClassificationReport } from '../evaluation/classification-report.js';
import { predictCrops } from './predict-crops.js';

export interface Evaluation {
  /** Divides the logits; fitted on the validation side. */
  temperature: number;
  /** Calibrated confidence below which the model should abstain: at most 0.5 % of right validation answers lie there, and it is one half at most. */
  unknownBelow: number;
  /** On the test side; `validationTop1` beside them. */
  metrics: Record<string, number>;
  /** Of the test side, or of the validation side when there is no test side. */
  report: ClassificationReport;
}

/** Share of right answers that abstention may cost, and the highest threshold: an answer with most of the probability behind it is one. */
const abstentionShare = 0.005;
const highestThreshold = 0.5;

/** Calibrates on the validation side and measures on the test side, at the size that the model serves. */
export async function evaluateModel(
  model: tf.LayersModel,
  run: { dataSet: CropDataSet; split: DataSetSplit; architecture: { inputSize: number } },
  onBatch: (crops: number) => void,
): Promise<Evaluation> {
  const { dataSet, split, architecture } = run;
  const classes = dataSet.labels.length;
  const look = async (indexes: number[]) => ({
    labels: indexes.map((index) => dataSet.items[index]!.label),
    logits: await predictCrops(model, dataSet, indexes, { inputSize: architecture.inputSize, onBatch }),
  });
  const validation = await look(split.validation);
  const test = split.test.length > 0 ? await look(split.test) : validation;
  const temperature = fitTemperature(validation.logits, validation.labels, classes);
  const threshold = abstentionThreshold(validation.logits, validation.labels, classes, {
    temperature,
    share: abstentionShare,
  });
  const report = classificationReport(test.logits, test.labels, classes);
  const calibrationError = (scale: number) =>
    expectedCalibrationError(test.logits, test.labels, classes, { temperature: scale });
  return {
    temperature,
    unknownBelow: Math.min(highestThreshold, threshold),
    report,
    metrics: {
      top1: report.top1,
      macroF1: report.macroF1,
      expectedCalibrationError: calibrationError(temperature),
      expectedCalibrationErrorUncalibrated: calibrationError(1),
      validationTop1: classificationReport(validation.logits, validation.labels, classes).top1,
    },
  };
}
