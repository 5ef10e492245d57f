import { z } from 'zod';
import { folderName } from './data-sets.js';

/** `interrupted`: the service or the machine stopped. Such a run, and a paused or cancelled one, can go on from its checkpoint. */
export const RUN_STATES = ['running', 'paused', 'succeeded', 'failed', 'cancelled', 'interrupted'] as const;
export type RunState = (typeof RUN_STATES)[number];

export const TRAINING_STRATEGIES = ['feature-extraction', 'fine-tuning', 'progressive'] as const;
export type TrainingStrategy = (typeof TRAINING_STRATEGIES)[number];

/** Laid over what is recommended for the strategy and the data set; see `TrainingOptions` of `libs/vision`. */
export const trainingOverrides = z.strictObject({
  batchSize: z.number().int().min(1).max(512).optional(),
  /** Epochs of the head alone. */
  headEpochs: z.number().int().min(0).max(500).optional(),
  headLearningRate: z.number().positive().max(1).optional(),
  headWeightDecay: z.number().min(0).max(10).optional(),
  /** Augmented views of each picture, besides the plain one, that the head alone is trained on. */
  headViews: z.number().int().min(0).max(64).optional(),
  /** Fine-tuning, phase by phase, instead of the strategy's own phases. */
  phases: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(60),
        inputSize: z.number().int().min(32).max(512).multipleOf(32),
        epochs: z.number().int().min(1).max(1_000),
        share: z.number().positive().max(1).optional(),
        unfrozenGroups: z.number().int().min(0).max(5),
        learningRate: z.number().positive().max(1),
        /** Nothing mixed, less cut away: for the last epochs. */
        isSettling: z.boolean().optional(),
      }),
    )
    .max(10)
    .optional(),
  schedule: z.enum(['cosine', 'plateau']).optional(),
  classWeights: z.enum(['none', 'balanced']).optional(),
  layerDecay: z.number().positive().max(1).optional(),
  weightDecay: z.number().min(0).max(10).optional(),
  labelSmoothing: z.number().min(0).max(0.9).optional(),
  /** Where families of products are known: how much the right family counts beside the right class. */
  familyWeight: z.number().min(0).max(10).optional(),
  dropout: z.number().min(0).max(0.9).optional(),
  warmUpShare: z.number().min(0).max(0.9).optional(),
  emaDecay: z.number().min(0).max(0.99999).optional(),
  patience: z.number().int().min(1).max(1_000).optional(),
  mixing: z
    .strictObject({
      mixupChance: z.number().min(0).max(1),
      mixupBeta: z.number().positive().max(10),
      cutmixChance: z.number().min(0).max(1),
    })
    .optional(),
});
export type TrainingOverrides = z.infer<typeof trainingOverrides>;

/** `POST /v1/runs`: trains a model on a frozen data set. `POST /v1/runs/estimate` takes the same and trains nothing. */
export const startRun = z.strictObject({
  /** Short name of the model; its version is derived from it. */
  name: folderName,
  dataSetVersionId: z.uuid(),
  /** Whose weights to start from: `live`, the version of a registered model, or `chance`. */
  start: z.string().min(1).max(120).default('live'),
  /** Frozen backbone and a new head; the upper layers as well; or head first, then unfrozen from the top in steps. */
  strategy: z.enum(TRAINING_STRATEGIES).default('progressive'),
  /** `facings`: crops of a fixed camera, cut to the package. `photographs`: the product lies anywhere, at any size. */
  pictures: z.enum(['facings', 'photographs']).default('facings'),
  backend: z.enum(['auto', 'tfjs-node-gpu', 'tfjs-node', 'wasm']).default('auto'),
  /** Chance is drawn from it alone. */
  seed: z.number().int().min(0).default(1),
  /** By default that of the model to start from; a start model must have the same backbone and width. */
  architecture: z
    .strictObject({
      /** By default that of the model to start from, else MobileNetV2. */
      backbone: z.enum(['mobilenet-v2', 'efficientnet-lite0']).optional(),
      width: z.number().positive().max(2),
      inputSize: z.number().int().min(32).max(512).multipleOf(32),
    })
    .optional(),
  options: trainingOverrides.default({}),
});
export type StartRun = z.infer<typeof startRun>;
export type StartRunInput = z.input<typeof startRun>;

/** Answer of `POST /v1/runs/estimate`: what a run would cost on this machine. */
export const runEstimate = z.object({
  /** Pictures to learn from, and to be measured on. */
  trainPictures: z.number().int(),
  testPictures: z.number().int(),
  classes: z.number().int(),
  backend: z.enum(['tfjs-node-gpu', 'tfjs-node', 'wasm']),
  seconds: z.number(),
  /** `measured`: by the last run on this machine with this backend; `typical`: of a machine with as many cores. */
  basis: z.enum(['measured', 'typical']),
  /** One sentence for people. */
  text: z.string(),
});
export type RunEstimate = z.infer<typeof runEstimate>;

export const runProgress = z.object({
  /** `pictures`, `embed`, `head`, the name of a phase, `evaluate`, or `compare` (with the model that is live). */
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
  startedBy: z.string(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  /** Before it began. */
  estimatedSeconds: z.number(),
  /** Model that it started from; null = from chance. */
  parentVersion: z.string().nullable(),
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

/** One epoch of fine-tuning: a point of the curves. */
export const runEpoch = z.object({
  phase: z.string(),
  epoch: z.number().int(),
  loss: z.number(),
  /** On the validation side. */
  top1: z.number(),
  macroF1: z.number(),
  seconds: z.number(),
});
export type RunEpoch = z.infer<typeof runEpoch>;

/** `GET /v1/runs/{runId}`: with its epochs and the newest lines of its log, oldest first. */
export const runDetail = runBody.extend({
  epochs: z.array(runEpoch),
  log: z.array(z.object({ at: z.iso.datetime(), text: z.string() })),
});
export type RunDetail = z.infer<typeof runDetail>;
