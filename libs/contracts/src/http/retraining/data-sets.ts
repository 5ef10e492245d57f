import { z } from 'zod';
import { classLabel } from './class-label.js';

/** Names of data sets and models are also names of folders. */
export const folderName = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'must be the name of a folder: letters, digits, dot, dash, underscore');

export const dataSetClass = z.object({
  label: classLabel,
  name: z.string(),
  samples: z.number().int(),
  golden: z.number().int(),
});

/** A frozen state of a data set; it never changes. */
export const dataSetVersion = z.object({
  versionId: z.string(),
  dataSet: z.string(),
  /** 1, 2, 3 … */
  number: z.number().int(),
  /** SHA-256 over the pictures' hashes, labels, groups and sides. */
  hash: z.string(),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  /** That a model is taught; held-out ones do not count. */
  classes: z.number().int(),
  counts: z.object({
    train: z.number().int(),
    validation: z.number().int(),
    test: z.number().int(),
    golden: z.number().int(),
    /** Of classes that were held out: strangers to the model, to measure whether it says so. */
    unknown: z.number().int(),
  }),
  split: z.object({
    by: z.enum(['group', 'given']),
    seed: z.number().int(),
    holdOut: z.array(classLabel),
    /** Null = all of them. */
    maxPerClass: z.number().int().nullable(),
  }),
});
export type DataSetVersion = z.infer<typeof dataSetVersion>;

/** One entry of `GET /v1/data-sets`. */
export const dataSetSummary = z.object({
  name: folderName,
  samples: z.number().int(),
  classes: z.number().int(),
  /** Newest first. */
  versions: z.array(dataSetVersion),
});
export type DataSetSummary = z.infer<typeof dataSetSummary>;
export const dataSetList = z.object({ dataSets: z.array(dataSetSummary) });

/** `GET /v1/data-sets/{dataSet}`. */
export const dataSetDetail = dataSetSummary.extend({ classList: z.array(dataSetClass) });
export type DataSetDetail = z.infer<typeof dataSetDetail>;

/** `POST /v1/data-sets/{dataSet}/versions`: freezes what is there now. */
export const freezeDataSet = z
  .object({
    seed: z.number().int().min(0).default(1),
    /** Shares of samples, by group; a class whose samples are all of one group is dealt by sample, and the answer says so. */
    validation: z.number().min(0).max(0.5).default(0.15),
    test: z.number().min(0).max(0.5).default(0.15),
    /** Classes that the model is not taught: all their samples show whether it knows a stranger. */
    holdOut: z.array(classLabel).max(1_000).default([]),
    /** At most so many samples of a class, golden and held-out ones aside: the newest, spread over its groups. */
    maxPerClass: z.number().int().min(2).max(1_000_000).optional(),
  })
  .refine(
    ({ validation, test }) => validation + test <= 0.8,
    'validation and test together must leave 0.2 to train on',
  );
export type FreezeDataSet = z.infer<typeof freezeDataSet>;

export const frozenDataSet = z.object({
  version: dataSetVersion,
  /** Classes whose samples are all of one group: dealt picture by picture, so figures about them flatter. */
  dealtBySample: z.array(classLabel),
  /** Classes without a sample on the test side: nothing will be measured about them. */
  untested: z.array(classLabel),
});
export type FrozenDataSet = z.infer<typeof frozenDataSet>;
