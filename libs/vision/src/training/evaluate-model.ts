import type * as tf from '@tensorflow/tfjs';
import type { EvaluationReport } from '@shelfwatch/contracts';
import { EmbeddingCache } from '../embedding/embedding-cache.js';
import { openEmbedder } from '../embedding/open-embedder.js';
import { abstentionThreshold, fitTemperature } from '../evaluation/calibration.js';
import { classificationReport, type ClassificationReport } from '../evaluation/classification-report.js';
import { evaluationReport } from '../evaluation/evaluation-report.js';
import { networkOf } from '../backbone/backbones.js';
import { readWeights } from '../backbone/named-weights.js';
import { networkDigest } from './embed-views.js';
import { judgeCrops } from './judge-crops.js';
import type { TrainingRun } from './train.js';

export interface Evaluation {
  /** Divides the logits; fitted on the validation side. */
  temperature: number;
  /** Calibrated confidence below which the model should abstain: at most 0.5 % of right validation answers lie there, and it is one half at most. */
  unknownBelow: number;
  /** On the test side; `validationTop1` beside them. */
  metrics: Record<string, number>;
  /** Of the test side, or of the validation side when there is no test side. */
  report: ClassificationReport;
  evaluation: EvaluationReport;
}

/** Share of right answers that abstention may cost, and the highest threshold: an answer with most of the probability behind it is one. */
const abstentionShare = 0.005;
const highestThreshold = 0.5;

/** Calibrates on the validation side and measures on the test side, at the size that the model serves. */
export async function evaluateModel(
  model: tf.LayersModel,
  run: Pick<TrainingRun, 'dataSet' | 'split' | 'architecture' | 'options' | 'cacheFolder' | 'workFolder'>,
  onBatch: (crops: number) => void,
): Promise<Evaluation> {
  const { dataSet, split, architecture } = run;
  const classes = dataSet.labels.length;
  const { inputSize } = architecture;
  const embedder = await openEmbedder(model, networkOf(architecture));
  const network = networkDigest(readWeights(model), inputSize);
  // Embeddings of a backbone that has just been trained serve nobody else.
  const isShared = run.options.phases.length === 0 && run.cacheFolder !== undefined;
  const cache = new EmbeddingCache(isShared ? run.cacheFolder! : run.workFolder, network, embedder.width);
  const judge = async (indexes: number[]) => ({
    indexes,
    labels: indexes.map((index) => dataSet.items[index]!.label),
    logits: await judgeCrops(model, dataSet, indexes, { embedder, cache, inputSize, onCrops: onBatch }),
  });
  try {
    const validation = await judge(split.validation);
    const test = split.test.length > 0 ? await judge(split.test) : validation;
    const [golden, unknown] = [await judge(split.golden ?? []), await judge(split.unknown ?? [])];
    const temperature = fitTemperature(validation.logits, validation.labels, classes);
    const threshold = abstentionThreshold(validation.logits, validation.labels, classes, {
      temperature,
      share: abstentionShare,
    });
    const unknownBelow = Math.min(highestThreshold, threshold);
    const evaluation = evaluationReport(dataSet, { test, golden, unknown }, { temperature, unknownBelow });
    return {
      ...{ temperature, unknownBelow, evaluation },
      report: classificationReport(test.logits, test.labels, classes),
      metrics: {
        top1: evaluation.top1,
        macroF1: evaluation.macroF1,
        expectedCalibrationError: evaluation.calibration.eceAfter,
        expectedCalibrationErrorUncalibrated: evaluation.calibration.eceBefore,
        validationTop1: classificationReport(validation.logits, validation.labels, classes).top1,
        ...(evaluation.unknown === null ? {} : { unknownAuroc: evaluation.unknown.auroc }),
      },
    };
  } finally {
    cache.close();
    await embedder.dispose();
  }
}
