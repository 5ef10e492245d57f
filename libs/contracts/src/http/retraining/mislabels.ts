import { z } from 'zod';
import { classLabel } from './class-label.js';
import { folderName } from './data-sets.js';

export const MISLABEL_SEARCH_STATES = ['running', 'succeeded', 'failed'] as const;
/** It waits for another search, looks at the pictures that were never looked at before, or compares the labels of all. */
export const MISLABEL_SEARCH_STAGES = ['waiting', 'pictures', 'labels'] as const;
export type MislabelSearchStage = (typeof MISLABEL_SEARCH_STAGES)[number];

/** `POST /v1/data-sets/{dataSet}/mislabels`: looks for samples whose label is probably wrong, in the background. */
export const findMislabels = z.object({
  /** Model folder whose backbone looks at the pictures; without it the one that comes with the platform. */
  model: folderName.optional(),
  seed: z.number().int().min(0).default(1),
});
export type FindMislabels = z.infer<typeof findMislabels>;

/** One entry of `GET /v1/data-sets/{dataSet}/mislabels`, newest first. */
export const mislabelSearchBody = z.object({
  searchId: z.string(),
  dataSet: z.string(),
  state: z.enum(MISLABEL_SEARCH_STATES),
  /** Null once it has ended. */
  stage: z.enum(MISLABEL_SEARCH_STAGES).nullable(),
  request: findMislabels,
  startedBy: z.string(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  /** Pictures looked at, and how many there are (null until they are counted). */
  done: z.number().int(),
  total: z.number().int().nullable(),
  /** Samples of classes with two pictures at least, whose picture can be read; null until it has succeeded. */
  checked: z.number().int().nullable(),
  /** How many of them are suspect; null until it has succeeded. */
  found: z.number().int().nullable(),
  failure: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type MislabelSearchBody = z.infer<typeof mislabelSearchBody>;
export const mislabelSearchList = z.object({ searches: z.array(mislabelSearchBody) });

/** A sample whose label is probably wrong, found by cross-validation on embeddings. */
export const mislabelSuspect = z.object({
  sampleId: z.string(),
  label: classLabel,
  suggested: classLabel,
  /** Probability that a model trained on the other folds gives to the label and to the suggestion. */
  labelProbability: z.number(),
  suggestedProbability: z.number(),
});
export type MislabelSuspect = z.infer<typeof mislabelSuspect>;

/** `GET /v1/data-sets/{dataSet}/mislabels/{searchId}`. */
export const mislabelSearchDetail = mislabelSearchBody.extend({
  /** The most suspect first; empty until it has succeeded. */
  suspects: z.array(
    mislabelSuspect.extend({
      /** Label that the sample has by now: people may have changed it since. Null = taken out. */
      labelNow: classLabel.nullable(),
    }),
  ),
});
export type MislabelSearchDetail = z.infer<typeof mislabelSearchDetail>;
