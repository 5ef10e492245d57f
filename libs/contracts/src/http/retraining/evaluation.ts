import { z } from 'zod';
import { classLabel } from './class-label.js';

/** Figures of one class on the pictures that training never saw, 0..1 each. */
export const classFigures = z.object({
  label: classLabel,
  name: z.string(),
  precision: z.number(),
  recall: z.number(),
  f1: z.number(),
  support: z.number().int(),
});

/** `evaluation.json` of a model folder, and `GET /v1/models/{version}/evaluation`. */
export const evaluationReport = z.object({
  /** What it was measured on. */
  items: z.number().int(),
  top1: z.number(),
  top5: z.number(),
  macroF1: z.number(),
  weightedF1: z.number(),
  classes: z.array(classFigures),
  /** Most frequent first. */
  confusions: z.array(
    z.object({
      actual: classLabel,
      predicted: classLabel,
      count: z.number().int(),
      /** Pictures of it: ids of samples. */
      sampleIds: z.array(z.string()),
    }),
  ),
  calibration: z.object({
    /** Expected calibration error, 15 bins of equal width, before and after temperature scaling (Guo et al. 2017). */
    eceBefore: z.number(),
    eceAfter: z.number(),
    temperature: z.number(),
    /** Reliability diagram after scaling: mean confidence and accuracy of each bin that holds something. */
    bins: z.array(z.object({ confidence: z.number(), accuracy: z.number(), count: z.number().int() })),
  }),
  /** Rejection of products outside the catalogue; null when none were held out. */
  unknown: z
    .object({
      /** Area under the ROC curve of the score, known against unknown. */
      auroc: z.number(),
      score: z.enum(['max-probability', 'energy', 'energy-and-class-mean']),
      threshold: z.number(),
      /** Share of known products that the threshold rejects. */
      knownRejected: z.number(),
      unknownAccepted: z.number(),
    })
    .nullable(),
  /** By camera, and by light (`dark`, `normal`, `bright`: mean luma below 60, above 190 of 255). */
  slices: z.array(
    z.object({ by: z.enum(['camera', 'light']), value: z.string(), items: z.number().int(), top1: z.number() }),
  ),
  golden: z.object({ items: z.number().int(), top1: z.number(), macroF1: z.number() }).nullable(),
});
export type EvaluationReport = z.infer<typeof evaluationReport>;
