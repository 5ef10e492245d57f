import { z } from 'zod';
import { classLabel } from './class-label.js';
import { folderName } from './data-sets.js';

/** Why a crop waits for a person. */
export const LABEL_REASONS = [
  'low-confidence',
  'unknown-product',
  'disagrees-with-planogram',
  'rejected-event',
] as const;
export const LABEL_STATES = ['waiting', 'labelled', 'skipped'] as const;

/** One crop of the shop that waits for a label. */
export const labelTask = z.object({
  taskId: z.string(),
  state: z.enum(LABEL_STATES),
  reason: z.enum(LABEL_REASONS),
  /** Below the service's address. */
  pictureUrl: z.string(),
  storeId: z.string(),
  cameraId: z.string(),
  slotId: z.string(),
  /** From the left, 0-based. */
  facing: z.number().int(),
  capturedAt: z.iso.datetime(),
  /** What the planogram wants there. */
  expected: z.object({ label: classLabel, name: z.string() }),
  /** What the model says; null when it abstains. */
  predicted: z.object({ label: classLabel, name: z.string(), probability: z.number() }).nullable(),
  modelVersion: z.string(),
  label: classLabel.nullable(),
  labelledBy: z.string().nullable(),
});
export type LabelTask = z.infer<typeof labelTask>;

/** `GET /v1/labelling/tasks`: the most instructive first. */
export const labelTaskQuery = z.object({
  storeId: z.string().optional(),
  state: z.enum(LABEL_STATES).default('waiting'),
  reason: z.enum(LABEL_REASONS).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(60),
});
export type LabelTaskQuery = z.infer<typeof labelTaskQuery>;
export const labelTaskList = z.object({
  tasks: z.array(labelTask),
  /** Of the store and with the reason that was asked for, however many the answer lists. */
  waiting: z.number().int(),
});
export type LabelTaskList = z.infer<typeof labelTaskList>;

/**
 * `POST /v1/labelling/answers`: all at once or none; labelled crops become samples of the data set. `label: null` skips. The same answer again
 * changes nothing; another one to the same task is refused (409): relabel the sample instead.
 */
export const labelAnswers = z.object({
  dataSet: folderName.default('shop'),
  answers: z
    .array(z.object({ taskId: z.uuid(), label: classLabel.nullable() }))
    .min(1)
    .max(500),
});
export type LabelAnswers = z.infer<typeof labelAnswers>;

export const labelsTaken = z.object({
  dataSet: folderName,
  labelled: z.number().int(),
  skipped: z.number().int(),
  /** Had been answered so before. */
  unchanged: z.number().int(),
});
export type LabelsTaken = z.infer<typeof labelsTaken>;
