import { z } from 'zod';
import { evaluationReport } from './evaluation.js';

/** Aliases that a version can have. `live` answers, `shadow` is asked too and only compared. */
export const MODEL_STATES = ['candidate', 'shadow', 'live', 'retired'] as const;
export type ModelState = (typeof MODEL_STATES)[number];

/** One entry of `GET /v1/registry`, newest first. */
export const registeredModel = z.object({
  version: z.string(),
  name: z.string(),
  state: z.enum(MODEL_STATES),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  classes: z.number().int(),
  architecture: z.object({ backbone: z.string(), width: z.number(), inputSize: z.number().int() }),
  metrics: z.record(z.string(), z.number()),
  lineage: z.object({
    dataSetHash: z.string(),
    /** Null for models that came from outside. */
    dataSetVersionId: z.string().nullable(),
    codeVersion: z.string(),
    parentVersion: z.string().nullable(),
    runId: z.string().nullable(),
  }),
});
export type RegisteredModel = z.infer<typeof registeredModel>;
export const registeredModelList = z.object({
  models: z.array(registeredModel),
  /** Folders of the model store that cannot be used, and why. */
  unusable: z.array(z.object({ folder: z.string(), reason: z.string() })),
  /** Whether inference answers; while it does not, nothing can be promoted. */
  inferenceAnswers: z.boolean(),
});
export type RegisteredModelList = z.infer<typeof registeredModelList>;

/** `GET /v1/registry/{version}`. */
export const registeredModelDetail = registeredModel.extend({
  evaluation: evaluationReport.nullable(),
  modelCard: z.string(),
  /** What it was and when, oldest first. */
  history: z.array(
    z.object({
      state: z.enum(MODEL_STATES),
      from: z.iso.datetime(),
      to: z.iso.datetime().nullable(),
      by: z.string(),
      reason: z.string(),
    }),
  ),
});
export type RegisteredModelDetail = z.infer<typeof registeredModelDetail>;

/** `GET /v1/registry/live-history`: what answered when. */
export const liveHistory = z.object({
  live: z.array(
    z.object({ version: z.string(), from: z.iso.datetime(), to: z.iso.datetime().nullable(), by: z.string() }),
  ),
});
export type LiveHistory = z.infer<typeof liveHistory>;

/** One line of the gate: what was asked, what was found. */
export const gateCheck = z.object({
  check: z.enum(['support', 'class-recall', 'macro-f1', 'calibration', 'golden-set']),
  passed: z.boolean(),
  /** One sentence for people, with the figures. */
  reason: z.string(),
});

const gateFigures = z.object({
  items: z.number().int(),
  top1: z.number(),
  macroF1: z.number(),
  /** Expected calibration error, 15 bins, of the probabilities as they are served. */
  ece: z.number(),
});

/** `GET /v1/registry/{version}/gate?against={version}`: the version against what is live, or another one, on the same pictures. */
export const gateReport = z.object({
  version: z.string(),
  against: z.string().nullable(),
  passed: z.boolean(),
  checks: z.array(gateCheck),
  /** Of both, on the pictures whose class both know. */
  figures: z.object({ before: gateFigures, after: gateFigures }).nullable(),
  /** Classes that both know, worst change first. */
  classes: z.array(
    z.object({ label: z.string(), name: z.string(), support: z.number().int(), before: z.number(), after: z.number() }),
  ),
});
export type GateReport = z.infer<typeof gateReport>;

/** `POST /v1/registry/{version}/promotion`. Without an override it happens only when the gate passes. */
export const promoteModel = z.object({
  to: z.enum(['shadow', 'live']),
  override: z.object({ reason: z.string().min(10).max(500) }).optional(),
});
export type PromoteModel = z.infer<typeof promoteModel>;

/** `POST /v1/registry/rollback`: what was live before is live again. */
export const rollBack = z.object({ reason: z.string().min(3).max(500) });
export type RollBack = z.infer<typeof rollBack>;
