import { z } from 'zod';
import { classLabel } from './class-label.js';

/** Where a sample came from. */
export const SAMPLE_SOURCES = ['import', 'shop'] as const;

/** One labelled picture of one product, the unit of teaching. */
export const sampleBody = z.object({
  sampleId: z.string(),
  dataSet: z.string(),
  label: classLabel,
  name: z.string(),
  /** Below the service's address. */
  pictureUrl: z.string(),
  source: z.enum(SAMPLE_SOURCES),
  /** Samples of one group look alike (same camera and day, same import folder) and never part in a split. */
  group: z.string(),
  cameraId: z.string().nullable(),
  capturedAt: z.iso.datetime().nullable(),
  /** Kept apart for the golden set: never trained on. */
  golden: z.boolean(),
  addedAt: z.iso.datetime(),
  addedBy: z.string(),
});
export type SampleBody = z.infer<typeof sampleBody>;

/** `GET /v1/data-sets/{dataSet}/samples`, newest first. */
export const sampleQuery = z.object({
  label: classLabel.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  offset: z.coerce.number().int().min(0).default(0),
});
export type SampleQuery = z.infer<typeof sampleQuery>;
export const sampleList = z.object({ samples: z.array(sampleBody), total: z.number().int() });
export type SampleList = z.infer<typeof sampleList>;

/** `POST /v1/data-sets/{dataSet}/samples/relabel`: all at once or none. `label: null` takes them out. */
export const relabelSamples = z.object({
  sampleIds: z.array(z.string()).min(1).max(500),
  label: classLabel.nullable(),
});
export type RelabelSamples = z.infer<typeof relabelSamples>;

export const samplesRelabelled = z.object({ changed: z.number().int() });
export type SamplesRelabelled = z.infer<typeof samplesRelabelled>;
