import { z } from 'zod';

/** One entry of `GET /v1/models`: a model folder that is whole. */
export const modelSummary = z.object({
  /** Name of the folder. */
  folder: z.string(),
  name: z.string(),
  version: z.string(),
  createdAt: z.iso.datetime(),
  /** Classes, `empty` and `occluded` included. */
  classes: z.number().int(),
  /** Side of the square input in pixels. */
  inputSize: z.number().int(),
  /** Measured on pictures that training never saw, for instance `top1`. */
  metrics: z.record(z.string(), z.number()),
  dataSetHash: z.string(),
  codeVersion: z.string(),
  /** Whether inference serves it now; null when inference does not answer. */
  live: z.boolean().nullable(),
});
export type ModelSummary = z.infer<typeof modelSummary>;

export const modelList = z.object({
  models: z.array(modelSummary),
  /** Folders that are there but cannot be used, and why. */
  unusable: z.array(z.object({ folder: z.string(), reason: z.string() })),
});
export type ModelList = z.infer<typeof modelList>;
