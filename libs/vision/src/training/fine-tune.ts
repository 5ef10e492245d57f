import * as tf from '@tensorflow/tfjs';
import type { CropDataSet } from '../dataset/crop-data-set.js';
import type { DataSetSplit } from '../dataset/split-by-group.js';
import { classificationReport } from '../evaluation/classification-report.js';
import { assignWeights, readWeights, variablesOf } from '../backbone/named-weights.js';
import type { InputRange } from '../backbone/network.js';
import { AdamW } from './adamw.js';
import { type Checkpoint, type EpochRecord, saveCheckpoint } from './checkpoint.js';
import { CropBatches } from './crop-batches.js';
import { epochOrder } from './epoch-order.js';
import { plateauFactor, warmUpThenCosine } from './learning-rate.js';
import { noMixing } from './mix-pairs.js';
import { MovingAverage } from './moving-average.js';
import { preparePhaseStep } from './phase-step.js';
import { predictCrops } from './predict-crops.js';
import { createRandom } from './random.js';
import { targetRowsOf } from './target-rows-of.js';
import { TrainingCancelledError, TrainingDivergedError } from './training.errors.js';
import type { TrainingOptions, TrainingPhase } from './training-options.js';
import type { TrainingProgress } from './training-progress.js';

/** What fine-tuning is given by the run around it. */
export interface FineTuning {
  model: tf.LayersModel;
  groups: ReadonlyMap<string, number>;
  /** Of the network's pixels. */
  inputRange: InputRange;
  dataSet: CropDataSet;
  split: DataSetSplit;
  options: TrainingOptions;
  checkpoints: { folder: string; fingerprint: string; everyMs: number; resumeFrom?: Checkpoint };
  /** Seconds since the run began, earlier processes included. */
  elapsedSeconds: () => number;
  onEpoch: (record: EpochRecord) => void;
  /** Hears of every batch: crops learnt or looked at, and the side of their pictures. */
  onBatch: (work: { crops: number; phase: TrainingPhase; isTraining: boolean }, progress: StepProgress) => void;
  signal?: AbortSignal;
}

/** With fewer validation pictures, macro-F1 says too little to choose an epoch by: the last one counts then, its weights averaged. */
const FEWEST_TO_CHOOSE_BY = 64;

export type StepProgress = Pick<TrainingProgress, 'stage' | 'epoch' | 'epochs' | 'step' | 'steps' | 'loss'>;

/** Goes through the phases; afterwards the model has the weights of the best epoch of the last one, or of its last epoch when too few pictures can tell. */
export async function fineTune(run: FineTuning): Promise<EpochRecord[]> {
  const { model, options, checkpoints } = run;
  const variables = variablesOf(model);
  const optimiser = new AdamW({ weightDecay: options.weightDecay, clipNorm: options.clipNorm });
  const { resumeFrom } = checkpoints;
  if (resumeFrom) assignWeights(model, resumeFrom.weights);
  const average = options.emaDecay > 0 ? new MovingAverage(variables, options.emaDecay) : undefined;
  if (resumeFrom) {
    optimiser.restore(resumeFrom.optimiser, variables);
    if (resumeFrom.average) average?.restore(resumeFrom.average);
  }
  const history = [...(resumeFrom?.history ?? [])];
  try {
    for (let phase = resumeFrom?.phase ?? 0; phase < options.phases.length; phase += 1)
      await runPhase({ ...run, variables, optimiser, average, history }, phase);
  } finally {
    optimiser.dispose();
    average?.dispose();
  }
  return history;
}

interface PhaseRun extends FineTuning {
  variables: Map<string, tf.Variable>;
  optimiser: AdamW;
  average: MovingAverage | undefined;
  history: EpochRecord[];
}

async function runPhase(run: PhaseRun, phaseIndex: number): Promise<void> {
  const { options, model, history, checkpoints, average } = run;
  const phase = options.phases[phaseIndex]!;
  const rows = targetRowsOf(run.dataSet, run.split.train, options);
  const step = preparePhaseStep(model, run.variables, run.groups, phase, options, run.optimiser, rows);
  const batches = new CropBatches(run.dataSet, run.inputRange, phase.isSettling ? settled(options) : options);
  const resumed = checkpoints.resumeFrom?.phase === phaseIndex ? checkpoints.resumeFrom : undefined;
  const canChoose = run.split.validation.length >= FEWEST_TO_CHOOSE_BY;
  let best = resumed?.best;
  let savedAt = performance.now();

  for (let epoch = resumed?.epoch ?? 0; epoch < phase.epochs; epoch += 1) {
    if (canChoose && best && epoch - best.epoch > options.patience) break;
    const epochStarted = performance.now();
    const plateau = options.schedule === 'plateau' ? plateauFactor(macroF1sOf(history, phase.name)) : 1;
    const all = epochOrder(run.dataSet.items, run.split.train, options.seed, 2, phaseIndex, epoch);
    const order = all.slice(0, Math.ceil(all.length * (phase.share ?? 1)));
    const steps = Math.ceil(order.length / options.batchSize);
    const isResumedEpoch = resumed?.epoch === epoch;
    let lossSum = isResumedEpoch ? resumed.lossSum : 0;
    const save = (stepsDone: number) =>
      saveCheckpoint(checkpoints.folder, {
        fingerprint: checkpoints.fingerprint,
        ...{ phase: phaseIndex, epoch, step: stepsDone, lossSum, best, history },
        weights: readWeights(model),
        optimiser: run.optimiser.state(),
        average: average?.state(),
        elapsedSeconds: run.elapsedSeconds(),
      });

    if (!isResumedEpoch) await save(0);
    for (let index = isResumedEpoch ? resumed.step : 0; index < steps; index += 1) {
      const chosen = order.slice(index * options.batchSize, (index + 1) * options.batchSize);
      const stepSeed = [options.seed, 3, phaseIndex, epoch, index];
      const batch = batches.read(chosen, phase.inputSize, createRandom(...stepSeed));
      const rateFactor = scheduleOf(options, epoch * steps + index, phase.epochs * steps) * plateau;
      const loss = step(batch, rateFactor, createRandom(...stepSeed, 1).below(2 ** 31));
      batch.pixels.dispose();
      if (!Number.isFinite(loss)) throw new TrainingDivergedError(phase.name, index);
      average?.update();
      lossSum += loss;
      run.onBatch(
        { crops: chosen.length, phase, isTraining: true },
        { ...stageOf(phase, epoch), step: index + 1, steps, loss: lossSum / (index + 1) },
      );
      // Native backends never leave the thread by themselves: let signals and messages in.
      await tf.nextFrame();
      const cancelled = run.signal?.aborted ?? false;
      if (cancelled || performance.now() - savedAt > checkpoints.everyMs) {
        await save(index + 1);
        savedAt = performance.now();
      }
      if (cancelled) throw new TrainingCancelledError();
    }

    average?.swap();
    const { top1, macroF1 } = await validate(run, phase, epoch);
    if (!best || !canChoose || macroF1 > best.macroF1) best = { macroF1, epoch, weights: readWeights(model) };
    average?.swap();
    const seconds = (performance.now() - epochStarted) / 1_000;
    history.push({ phase: phase.name, epoch: epoch + 1, loss: lossSum / steps, top1, macroF1, seconds });
    run.onEpoch(history.at(-1)!);
  }
  if (phaseIndex === options.phases.length - 1 && best) assignWeights(model, best.weights);
}

/** How pictures are changed in a phase that settles. */
const settled = ({ augmentation }: TrainingOptions): Pick<TrainingOptions, 'augmentation' | 'mixing'> => ({
  augmentation: { ...augmentation, cropAway: augmentation.cropAway / 2, eraseChance: augmentation.eraseChance / 2 },
  mixing: noMixing,
});

async function validate(
  run: PhaseRun,
  phase: TrainingPhase,
  epoch: number,
): Promise<{ top1: number; macroF1: number }> {
  const { dataSet, split, model, options } = run;
  const { inputSize } = phase;
  let done = 0;
  const logits = await predictCrops(model, dataSet, split.validation, {
    inputSize,
    inputRange: run.inputRange,
    batchSize: options.batchSize,
    onBatch: (crops) => {
      done += crops;
      const counts = { step: done, steps: split.validation.length };
      run.onBatch(
        { crops, phase, isTraining: false },
        { ...stageOf(phase, epoch), stage: `${phase.name}: check`, ...counts },
      );
    },
  });
  const labels = split.validation.map((index) => dataSet.items[index]!.label);
  return classificationReport(logits, labels, dataSet.labels.length);
}

const stageOf = (phase: TrainingPhase, epoch: number) => ({
  stage: phase.name,
  epoch: epoch + 1,
  epochs: phase.epochs,
});

const macroF1sOf = (history: readonly EpochRecord[], phase: string): number[] =>
  history.flatMap((record) => (record.phase === phase ? [record.macroF1] : []));

function scheduleOf({ schedule, warmUpShare }: TrainingOptions, step: number, totalSteps: number): number {
  const warmUp = Math.max(1, Math.round(totalSteps * warmUpShare));
  return warmUpThenCosine(step, totalSteps, warmUp, schedule === 'plateau' ? 1 : undefined);
}
