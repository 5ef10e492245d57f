import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import type { CropDataSet } from '../dataset/crop-data-set.js';
import type { DataSetSplit } from '../dataset/split-by-group.js';
import type { BackboneName } from '../backbone/backbone-names.js';
import { networkOf } from '../backbone/backbones.js';
import { buildClassifier } from '../backbone/build-classifier.js';
import { assignWeights, readWeights } from '../backbone/named-weights.js';
import type { NamedWeights } from '../model-folder/weight-tensor.js';
import { roundToFloat16 } from '../model-folder/weights-manifest.js';
import { type EpochRecord, loadCheckpoint, removeCheckpoint } from './checkpoint.js';
import { forwardCost, trainingCost } from './estimate-work.js';
import { evaluateModel, type Evaluation } from './evaluate-model.js';
import { fineTune } from './fine-tune.js';
import { layerGroups } from '../backbone/layer-groups.js';
import { startHead } from './start-head.js';
import type { TrainingOptions } from './training-options.js';
import type { TrainingProgress } from './training-progress.js';
import { progressReporter } from './progress-reporter.js';

export interface TrainingRun {
  dataSet: CropDataSet;
  split: DataSetSplit;
  /** MobileNetV2 when no backbone is named. */
  architecture: { backbone?: BackboneName; width: number; inputSize: number };
  /** To start from; the classifier in it, if there is one, is not used. Without weights the network starts from chance. */
  startWeights?: NamedWeights;
  options: TrainingOptions;
  /** For the checkpoint; created when missing. The same folder, data and options resume a killed run. */
  workFolder: string;
  /** For embeddings that later runs can use again; the work folder when absent. */
  cacheFolder?: string;
  onProgress?: (progress: TrainingProgress) => void;
  onEpoch?: (record: EpochRecord) => void;
  /** Stops between two steps, after writing a checkpoint. */
  signal?: AbortSignal;
  checkpointEveryMs?: number;
}

export interface TrainingResult extends Evaluation {
  /** As they are stored, rounded to float16. */
  weights: NamedWeights;
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
  const network = networkOf(run.architecture);
  const model = buildClassifier(network, { classes: dataSet.labels.length, anySize: true, seed: options.seed });
  try {
    if (run.startWeights) assignWeights(model, run.startWeights, { backboneOnly: true });
    const fingerprint = fingerprintOf(run);
    const resumeFrom = await loadCheckpoint(run.workFolder, fingerprint);
    const started = performance.now();
    const elapsedSeconds = () => (resumeFrom?.elapsedSeconds ?? 0) + (performance.now() - started) / 1_000;
    const report = progressReporter(run, resumeFrom !== undefined);

    if (!resumeFrom && options.headEpochs > 0) await startHead(model, run, report);
    const history = await fineTune({
      ...{
        model,
        groups: layerGroups(network),
        inputRange: network.inputRange,
        dataSet,
        split,
        options,
        elapsedSeconds,
      },
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
    const evaluation = await evaluateModel(model, run, (crops) =>
      report.batch(crops, forwardCost(network.inputSize), { stage: 'evaluate' }),
    );
    await removeCheckpoint(run.workFolder);
    return { weights, history, seconds: elapsedSeconds(), ...evaluation };
  } finally {
    model.dispose();
  }
}

/** A run resumes only with the same data, split, options and start. */
function fingerprintOf({ dataSet, split, options, architecture, startWeights }: TrainingRun): string {
  const start = startWeights?.values().next().value?.values;
  const content = JSON.stringify([dataSet.hash, split, options, architecture, start && [...start.subarray(0, 64)]]);
  return createHash('sha256').update(content).digest('hex');
}
