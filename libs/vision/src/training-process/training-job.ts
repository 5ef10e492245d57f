import { z } from 'zod';
import { trainingBackends } from '../backend/training-backend-names.js';
import { backboneNames } from '../backbone/backbone-names.js';
import type { DataSetSplit } from '../dataset/split-by-group.js';
import type { EpochRecord } from '../training/checkpoint.js';
import type { TrainingOptions } from '../training/training-options.js';
import type { TrainingProgress } from '../training/training-progress.js';

/** What a training process is told; plain data, so that it can be stored and sent. */
export const trainingJob = z.object({
  /** Written by `CropDataSetWriter`. */
  dataSetFolder: z.string().min(1),
  /** Model folder to write. */
  outFolder: z.string().min(1),
  /** For the checkpoint: the same job with the same folder goes on where a killed one stopped. */
  workFolder: z.string().min(1),
  /** For embeddings that later runs can use again; by default the work folder. */
  cacheFolder: z.string().optional(),
  /** A folder with `weights.json` to start from; without it the network starts from chance. */
  startFolder: z.string().optional(),
  /** Short name of the model; its version is derived from it. */
  name: z.string().min(1),
  codeVersion: z.string().default('unknown'),
  backend: z.enum(['auto', ...trainingBackends]).default('auto'),
  architecture: z
    .object({
      backbone: z.enum(backboneNames).default('mobilenet-v2'),
      width: z.number().positive().max(2),
      inputSize: z.number().int().min(32).multipleOf(32),
    })
    .default({ backbone: 'mobilenet-v2', width: 1, inputSize: 224 }),
  /** Indexes by side, or shares to split by group. */
  split: z
    .union([
      z.custom<DataSetSplit>((value) => typeof value === 'object' && value !== null && 'train' in value),
      z.object({ validation: z.number().min(0).max(0.5), test: z.number().min(0).max(0.5) }),
    ])
    .default({ validation: 0.1, test: 0.1 }),
  /** Laid over `defaultTrainingOptions`. */
  options: z.custom<Partial<TrainingOptions>>((value) => typeof value === 'object').default({}),
});
export type TrainingJob = z.infer<typeof trainingJob>;
export type TrainingJobInput = z.input<typeof trainingJob>;

/** What a training process reports while it runs. */
export type TrainingReport =
  | { kind: 'backend'; name: string; passedOver: string[] }
  | { kind: 'progress'; progress: TrainingProgress }
  | { kind: 'epoch'; record: EpochRecord }
  | { kind: 'done'; version: string; metrics: Record<string, number>; seconds: number; peakMemoryMb: number }
  | { kind: 'failed'; code: string; message: string; retriable: boolean };
