import { z } from 'zod';

const modelPlace = z.object({
  /** Name of a model folder below the server's folder of models. */
  folder: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'must be the name of a folder'),
});

/** `PUT /v1/serving`: which model answers, and which is only compared with it. */
export const serveModels = z.strictObject({ live: modelPlace, shadow: modelPlace.nullable().default(null) });
export type ServeModels = z.infer<typeof serveModels>;

const servedModel = z.object({
  name: z.string(),
  version: z.string(),
  /** Null for the model of the configuration. */
  folder: z.string().nullable(),
  since: z.iso.datetime(),
  /** Milliseconds from the start of loading until all batch sizes were warm. */
  warmUpMs: z.number(),
});

/** Answer of `PUT` and `GET /v1/serving`. */
export const servingState = z.object({ live: servedModel, shadow: servedModel.nullable() });
export type ServingState = z.infer<typeof servingState>;

/** `GET /v1/serving/shadow`: how the shadow's answers compare, since it was set. */
export const shadowComparison = z.object({
  version: z.string(),
  against: z.string(),
  facings: z.number().int(),
  /** Share of facings on which both find the same label likeliest; 0 while there are none. */
  agreement: z.number(),
  /** Most frequent first. */
  disagreements: z.array(z.object({ live: z.string(), shadow: z.string(), count: z.number().int() })),
});
export type ShadowComparison = z.infer<typeof shadowComparison>;
