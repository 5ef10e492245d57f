import { z } from 'zod';

const coordinate = z.number().min(-0.5).max(1.5);
const point = z.object({ x: coordinate, y: coordinate });

/** A region of the picture to classify: four corners, fractions of width and height. */
export const classifyRegion = z.object({
  /** Returned unchanged; unique within the request. */
  regionId: z.string().min(1),
  quad: z.tuple([point, point, point, point]),
});
export type ClassifyRegion = z.infer<typeof classifyRegion>;

/**
 * `POST /v1/classify-frame`, multipart/form-data: part `picture` (the original bytes) and part `request` (this, as JSON).
 */
export const classifyFrameRequest = z.object({
  regions: z.array(classifyRegion).min(1).max(2_000),
  /** How many labels to return for each region, most likely first. */
  topK: z.number().int().min(1).max(20).default(3),
  /** Labels whose probability is returned even when they are not among the top, per region id. */
  also: z.record(z.string(), z.array(z.string()).max(8)).default({}),
});
export type ClassifyFrameRequest = z.infer<typeof classifyFrameRequest>;

export const regionPrediction = z.object({
  regionId: z.string(),
  /** Most likely first; calibrated. `label` is a GTIN or `empty`, `occluded`. */
  top: z.array(z.object({ label: z.string(), probability: z.number() })),
  also: z.record(z.string(), z.number()),
  /** The model abstains: the picture is unlike everything that it was trained on. */
  unknown: z.boolean(),
});
export type RegionPrediction = z.infer<typeof regionPrediction>;

export const classifyFrameResponse = z.object({
  modelVersion: z.string(),
  engine: z.string(),
  predictions: z.array(regionPrediction),
});
export type ClassifyFrameResponse = z.infer<typeof classifyFrameResponse>;
