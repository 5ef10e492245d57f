import { z } from 'zod';
import { classLabel } from './class-label.js';

export const IMPORT_STATES = ['running', 'succeeded', 'failed', 'interrupted'] as const;

/** Why a file did not become a sample. */
export const REFUSAL_REASONS = [
  'unreadable',
  'too-small',
  'too-large',
  'not-a-picture',
  'exact-duplicate',
  'unsafe-path',
  'no-class',
  'missing',
  'bad-row',
  'bad-label',
] as const;

/**
 * `POST /v1/data-sets/{dataSet}/imports`: either a ZIP as the request's body (`application/zip`, a folder per class, optional `classes.csv`),
 * or this, for files that the service can reach below its import folder.
 */
export const startImport = z.object({
  /**
   * Folder with a folder per class, or a CSV of `path,label[,name,group]`, below the service's import folder. Paths in a CSV are relative to it.
   * A label is a GTIN of 8, 12, 13 or 14 digits, `empty`, `occluded` or a class's name.
   */
  path: z.string().min(1).max(500),
  /** Samples are golden: for the final check only. */
  golden: z.boolean().default(false),
  /** Shorter sides of pictures in pixels below which a file is refused. */
  minSide: z.number().int().min(8).max(1_000).default(32),
});
export type StartImport = z.infer<typeof startImport>;

export const importReport = z.object({
  files: z.number().int(),
  added: z.number().int(),
  refused: z.array(
    z.object({ reason: z.enum(REFUSAL_REASONS), count: z.number().int(), examples: z.array(z.string()) }),
  ),
  /** The same for a CSV, row by row: the line in the file, from 1 with the header, and what is wrong. The first 500. */
  rows: z
    .array(z.object({ row: z.number().int(), file: z.string(), reason: z.enum(REFUSAL_REASONS), message: z.string() }))
    .default([]),
  /** Pictures that nearly repeat another one, by perceptual hash; they are kept, in the group of the first. */
  nearDuplicates: z.array(z.object({ file: z.string(), like: z.string(), distance: z.number().int() })),
  /** Samples a class, ascending, with what is too little to learn from. */
  classes: z.array(z.object({ label: classLabel, name: z.string(), samples: z.number().int(), tooFew: z.boolean() })),
});
export type ImportReport = z.infer<typeof importReport>;

export const importBody = z.object({
  importId: z.string(),
  dataSet: z.string(),
  state: z.enum(IMPORT_STATES),
  source: z.string(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  /** Files looked at, and how many there are (null while that is being counted). */
  done: z.number().int(),
  total: z.number().int().nullable(),
  report: importReport,
  failure: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type ImportBody = z.infer<typeof importBody>;
export const importList = z.object({ imports: z.array(importBody) });
