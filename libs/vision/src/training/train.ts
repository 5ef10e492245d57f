import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import type { CropDataSet } from '../dataset/crop-data-set.js';
import type { DataSetSplit } from '../dataset/split-by-group.js';
import { abstentionThreshold, expectedCalibrationError, fitTemperature } from '../evaluation/calibration.js';
import { classificationReport, type ClassificationReport } from '../evaluation/classification-report.js';
import { mobileNetV2Architecture } from '../mobilenet-v2/architecture.js';
import { backboneOf, buildClassifier } from '../mobilenet-v2/build-classifier.js';
import { assignWeights, readWeights } from '../mobilenet-v2/named-weights.js';
import type { NamedWeights } from '../model-folder/weight-tensor.js';
import { roundToFloat16 } from '../model-folder/weights-manifest.js';
import { type EpochRecord, loadCheckpoint, removeCheckpoint } from './checkpoint.js';
import { fineTune } from './fine-tune.js';
import { BACKBONE_GROUPS, layerGroups } from './layer-groups.js';
import { predictCrops } from './predict-crops.js';
import { trainHead } from './train-head.js';
import type { TrainingOptions } from './training-options.js';
import { type TrainingProgress, WorkClock } from './training-progress.js';

export interface TrainingRun {
  dataSet: CropDataSet;
  split: DataSetSplit;
  architecture: { width: number; inputSize: number };
  /** To start from; the classifier in it, if there is one, is not used. Without weights the network starts from chance. */
  startWeights?: NamedWeights;
  options: TrainingOptions;
  /** For the checkpoint; created when missing. The same folder, data and options resume a killed run. */
  workFolder: string;
  onProgress?: (progress: TrainingProgress) => void;
  onEpoch?: (record: EpochRecord) => void;
  /** Stops between two steps, after writing a checkpoint. */
  signal?: AbortSignal;
  checkpointEveryMs?: number;
}

export interface TrainingResult {
  weights: NamedWeights;
  temperature: number;
  /** Calibrated confidence below which the model should abstain: at most 0.5 % of right validation answers lie there, and it is one half at most. */
  unknownBelow: number;
  /** On the test side at full size, with the weights as they are stored; `validationTop1` beside them. */
  metrics: Record<string, number>;
  /** Of the test side, or of the validation side when there is no test side. */
  report: ClassificationReport;
  history: EpochRecord[];
  seconds: number;
}

/**
 * Transfer learning, start to end: classifier on cached embeddings, fine-tuning by phases, calibration on the validation side, figures on
 * the test side. A backend must be open (`openTrainingBackend`).
 *
 * @throws {TrainingCancelledError} when `signal` says so, {TrainingDivergedError} when the loss is lost
 */
export async function train(run: TrainingRun): Promise<TrainingResult> {
  const { dataSet, split, options } = run;
  await mkdir(run.workFolder, { recursive: true });
  const architecture = mobileNetV2Architecture(run.architecture);
  const model = buildClassifier(architecture, { classes: dataSet.labels.length, anySize: true, seed: options.seed });
  try {
    if (run.startWeights) assignWeights(model, run.startWeights, { backboneOnly: true });
    const fingerprint = fingerprintOf(run);
    const resumeFrom = await loadCheckpoint(run.workFolder, fingerprint);
    const started = performance.now();
    const elapsedSeconds = () => (resumeFrom?.elapsedSeconds ?? 0) + (performance.now() - started) / 1_000;
    const report = progressReporter(run, resumeFrom !== undefined);

    if (!resumeFrom && options.headEpochs > 0) {
      const inputSize = options.phases[0]?.inputSize ?? architecture.inputSize;
      const backbone = backboneOf(model);
      const embeddings = await predictCrops(backbone, dataSet, split.train, {
        inputSize,
        onBatch: (crops) => report.batch(crops, forwardCost(inputSize), { stage: 'embed' }),
      });
      const labels = split.train.map((index) => dataSet.items[index]!.label);
      await trainHead(model, embeddings, labels, options, (epoch, loss) =>
        report.batch(0, 0, { stage: 'head', epoch, epochs: options.headEpochs, loss }),
      );
    }
    const history = await fineTune({
      ...{ model, groups: layerGroups(architecture), dataSet, split, options, elapsedSeconds },
      checkpoints: {
        ...{ folder: run.workFolder, fingerprint, resumeFrom },
        everyMs: run.checkpointEveryMs ?? 120_000,
      },
      onEpoch: (record) => run.onEpoch?.(record),
      onBatch: ({ crops, phase, isTraining }, progress) =>
        report.batch(crops, isTraining ? trainingCost(phase) : forwardCost(phase.inputSize), progress),
      signal: run.signal,
    });

    // What is stored is rounded: measure that.
    const weights = roundToFloat16(readWeights(model));
    assignWeights(model, weights);
    const classes = dataSet.labels.length;
    const look = async (indexes: number[]) => ({
      labels: indexes.map((index) => dataSet.items[index]!.label),
      logits: await predictCrops(model, dataSet, indexes, {
        inputSize: architecture.inputSize,
        onBatch: (crops) => report.batch(crops, forwardCost(architecture.inputSize), { stage: 'evaluate' }),
      }),
    });
    const validation = await look(split.validation);
    const test = split.test.length > 0 ? await look(split.test) : validation;
    const temperature = fitTemperature(validation.logits, validation.labels, classes);
    const share = 0.005;
    const lowest = abstentionThreshold(validation.logits, validation.labels, classes, { temperature, share });
    // On easy pictures nearly all answers are sure; an answer with most of the probability behind it still is one.
    const unknownBelow = Math.min(0.5, lowest);
    const testReport = classificationReport(test.logits, test.labels, classes);
    const calibration = (scale: number) =>
      expectedCalibrationError(test.logits, test.labels, classes, { temperature: scale });
    await removeCheckpoint(run.workFolder);
    return {
      ...{ weights, temperature, unknownBelow, report: testReport, history, seconds: elapsedSeconds() },
      metrics: {
        top1: testReport.top1,
        macroF1: testReport.macroF1,
        expectedCalibrationError: calibration(temperature),
        expectedCalibrationErrorUncalibrated: calibration(1),
        validationTop1: classificationReport(validation.logits, validation.labels, classes).top1,
      },
    };
  } finally {
    model.dispose();
  }
}

/** A run resumes only with the same data, split, options and start. */
function fingerprintOf({ dataSet, split, options, architecture, startWeights }: TrainingRun): string {
  const start = startWeights?.get('Conv1/kernel')?.values;
  const content = JSON.stringify([dataSet.hash, split, options, architecture, start && [...start.subarray(0, 64)]]);
  return createHash('sha256').update(content).digest('hex');
}

/** Work in units of one crop's forward pass at 224 pixels. */
const forwardCost = (inputSize: number) => (inputSize / 224) ** 2;
const trainingCost = ({ inputSize, unfrozenGroups }: { inputSize: number; unfrozenGroups: number }) =>
  forwardCost(inputSize) * (1.2 + (1.6 * unfrozenGroups) / BACKBONE_GROUPS);

function progressReporter({ dataSet, split, options, architecture, onProgress }: TrainingRun, isResumed: boolean) {
  const trainCrops = split.train.length;
  const head =
    options.headEpochs > 0 ? trainCrops * forwardCost(options.phases[0]?.inputSize ?? architecture.inputSize) : 0;
  const phases = options.phases.map(
    (phase) =>
      phase.epochs * (trainCrops * trainingCost(phase) + split.validation.length * forwardCost(phase.inputSize)),
  );
  const evaluation = (split.validation.length + split.test.length) * forwardCost(architecture.inputSize);
  const clock = new WorkClock(head + phases.reduce((sum, work) => sum + work, 0) + evaluation);
  if (isResumed) clock.skip(head);
  let reportedAt = -Infinity;
  let crops = 0;
  let since = performance.now();
  return {
    batch(batchCrops: number, cost: number, progress: Partial<TrainingProgress> & { stage: string }): void {
      clock.add(batchCrops * cost);
      crops += batchCrops;
      const now = performance.now();
      if (now - reportedAt < 1_000 || dataSet.items.length === 0) return;
      const imagesPerSecond = (crops / Math.max(1, now - since)) * 1_000;
      [reportedAt, since, crops] = [now, now, 0];
      onProgress?.({ epoch: 0, epochs: 0, step: 0, steps: 0, imagesPerSecond, ...clock.estimate(), ...progress });
    },
  };
}
