import type { RunEstimate } from '@shelfwatch/contracts';
import { type TrainingOptions, trainingWork } from '@shelfwatch/vision/training-process';

export type TrainingBackendName = RunEstimate['backend'];

/** What the cost of a run depends on. */
export interface RunFacts {
  backend: TrainingBackendName;
  options: TrainingOptions;
  inputSize: number;
  classes: number;
  counts: { train: number; validation: number; test: number };
  /** CPU cores of this machine. */
  cores: number;
  /** How much longer earlier runs with this backend took than was estimated; undefined when there were none. */
  correction: number | undefined;
}

/** Crops a second at 224 pixels on two cores: forward in ONNX Runtime, and units of training work (see `trainingWork`). */
const EMBEDDINGS_PER_SECOND = 120;
const WORK_PER_SECOND: Record<TrainingBackendName, number> = { 'tfjs-node-gpu': 900, 'tfjs-node': 60, wasm: 8 };
const CLASSIFIER_FLOPS: Record<TrainingBackendName, number> = { 'tfjs-node-gpu': 1e12, 'tfjs-node': 2e10, wasm: 5e9 };
/** Reading, resizing and writing a picture. */
const PICTURES_PER_SECOND = 250;
const EMBEDDING_LENGTH = 1280;
const TYPICAL_CORES = 2;

/** What a run will cost, before it starts. Pure. */
export function estimateRun(facts: RunFacts): RunEstimate {
  const { backend, options, inputSize, classes, counts, cores, correction } = facts;
  const work = trainingWork(counts, options, inputSize);
  const pictures = counts.train + counts.validation + counts.test;
  const classifier = 6 * counts.train * (1 + options.headViews) * EMBEDDING_LENGTH * classes * options.headEpochs;
  const onTypical =
    pictures / PICTURES_PER_SECOND +
    (work.head + work.evaluation) / EMBEDDINGS_PER_SECOND +
    classifier / CLASSIFIER_FLOPS[backend] +
    work.phases / WORK_PER_SECOND[backend];
  const seconds = Math.ceil((correction ?? 1) * onTypical * (backend === 'tfjs-node-gpu' ? 1 : TYPICAL_CORES / cores));
  return {
    ...{ trainPictures: counts.train, testPictures: counts.test, classes, backend, seconds },
    basis: correction === undefined ? 'typical' : 'measured',
    text: `About ${duration(seconds)} with ${backend} for ${counts.train} pictures of ${classes} classes${advice(backend, work.phases)}.`,
  };
}

const advice = (backend: TrainingBackendName, fineTuning: number): string =>
  backend === 'wasm' && fineTuning > 0
    ? '; with tfjs-node (npm run tfjs-node) fine-tuning is about seven times as fast'
    : '';

function duration(seconds: number): string {
  if (seconds < 90) return `${seconds} seconds`;
  if (seconds < 5_400) return `${Math.round(seconds / 60)} minutes`;
  return `${(seconds / 3_600).toFixed(1)} hours`;
}
