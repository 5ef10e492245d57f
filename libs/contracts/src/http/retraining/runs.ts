import { z } from 'zod';
import { folderName } from './data-sets.js';

/** `interrupted`: the service or the machine stopped. Such a run, and a cancelled one, can go on from its checkpoint. */
export const RUN_STATES = ['running', 'succeeded', 'failed', 'cancelled', 'interrupted'] as const;
export type RunState = (typeof RUN_STATES)[number];

export const TRAINING_STRATEGIES = ['feature-extraction', 'fine-tuning', 'progressive'] as const;
export type TrainingStrategy = (typeof TRAINING_STRATEGIES)[number];

/** `POST /v1/runs`: trains a model on a data set. */
export const startRun = z.object({
  /** Short name of the model; its version is derived from it. */
  name: folderName,
  /** Folder of the data set, below the service's folder of data sets. */
  dataSet: folderName,
  /** Model folder to start from; without it the network starts from chance. */
  startModel: folderName.optional(),
  /** Frozen backbone and a new head; the upper layers as well; or head first, then unfrozen from the top in steps. */
  strategy: z.enum(TRAINING_STRATEGIES).default('progressive'),
  backend: z.enum(['auto', 'tfjs-node-gpu', 'tfjs-node', 'wasm']).default('auto'),
  /** Chance is drawn from it alone. */
  seed: z.number().int().min(0).default(1),
  batchSize: z.number().int().min(1).max(512).default(32),
  /** Epochs of the head alone. */
  headEpochs: z.number().int().min(0).max(500).default(30),
  /** Of MobileNetV2; a start model must have the same width. */
  architecture: z
    .object({ width: z.number().positive().max(2), inputSize: z.number().int().min(32).max(512).multipleOf(32) })
    .default({ width: 1, inputSize: 224 }),
});
export type StartRun = z.infer<typeof startRun>;
export type StartRunInput = z.input<typeof startRun>;

export const runProgress = z.object({
  /** `embed`, `head`, the name of a phase, or `evaluate`. */
  stage: z.string(),
  epoch: z.number().int(),
  epochs: z.number().int(),
  step: z.number().int(),
  steps: z.number().int(),
  loss: z.number().nullable(),
  imagesPerSecond: z.number(),
  /** Of the whole run, 0..1. */
  done: z.number().min(0).max(1),
  /** Estimate for the rest; null while there is none. */
  remainingSeconds: z.number().min(0).nullable(),
});
export type RunProgress = z.infer<typeof runProgress>;

/** One entry of `GET /v1/runs`, newest first. */
export const runBody = z.object({
  runId: z.string(),
  state: z.enum(RUN_STATES),
  request: startRun,
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  /** What computes it; null until it is chosen. */
  backend: z.string().nullable(),
  progress: runProgress.nullable(),
  /** Measured on the side that was kept apart. */
  metrics: z.record(z.string(), z.number()),
  modelVersion: z.string().nullable(),
  failure: z.object({ code: z.string(), message: z.string(), retriable: z.boolean() }).nullable(),
});
export type RunBody = z.infer<typeof runBody>;
export const runList = z.object({ runs: z.array(runBody) });
export type RunList = z.infer<typeof runList>;

/** `GET /v1/runs/{runId}`: with the newest lines of its log, oldest first. */
export const runDetail = runBody.extend({ log: z.array(z.object({ at: z.iso.datetime(), text: z.string() })) });
export type RunDetail = z.infer<typeof runDetail>;
