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
export const registeredModelList = z.object({ models: z.array(registeredModel) });

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

/** One line of the gate: what was asked, what was found. */
export const gateCheck = z.object({
  check: z.enum(['class-recall', 'macro-f1', 'calibration', 'golden-set', 'same-answers', 'support']),
  passed: z.boolean(),
  /** One sentence for people, with the figures. */
  reason: z.string(),
});

/** `GET /v1/registry/{version}/gate`: the version against what is live, on the same pictures. */
export const gateReport = z.object({
  version: z.string(),
  against: z.string().nullable(),
  passed: z.boolean(),
  checks: z.array(gateCheck),
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
