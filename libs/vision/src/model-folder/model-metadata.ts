import { z } from 'zod';
import { backboneNames } from '../backbone/backbone-names.js';

export const METADATA_FILE = 'metadata.json';
export const ONNX_FILE = 'model.onnx';
export const MODEL_CARD_FILE = 'README.md';
/** What the model was measured to do, see `evaluationReport`. */
export const EVALUATION_FILE = 'evaluation.json';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hexadecimal');

/** Labels that are not products: nothing there, and something stands in front. */
export const specialLabels = ['empty', 'occluded'] as const;

/** `metadata.json` of a model folder: all that one must know to use a model, and where it came from. */
export const modelMetadata = z.object({
  format: z.literal('shelfwatch-model/1'),
  name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'must be a short name of letters, digits, . _ -'),
  /** Name and content hash: two models with the same version give the same answers. */
  version: z.string().min(1),
  createdAt: z.iso.datetime(),
  architecture: z.object({
    backbone: z.enum(backboneNames),
    /** Channel multiplier. */
    width: z.number().positive().max(2),
    /** Side of the square input in pixels. */
    inputSize: z.number().int().min(32).multipleOf(32),
  }),
  /** What the network does to a byte before its first layer: `byte * scale + offset`. */
  inputRange: z.object({ scale: z.number(), offset: z.number() }),
  /** In the order of the output. */
  labels: z
    .array(
      z.object({
        label: z.union([z.enum(specialLabels), z.string().regex(/^\d{14}$/, 'must be a GTIN-14, empty or occluded')]),
        name: z.string(),
      }),
    )
    .min(2)
    .refine((labels) => new Set(labels.map(({ label }) => label)).size === labels.length, 'must not repeat'),
  /** Divides the logits before the softmax, so that a probability of 0.9 is right nine times in ten. */
  temperature: z.number().positive(),
  /** The model abstains when its highest calibrated probability lies below. */
  unknownBelow: z.number().min(0).max(1),
  dataSetHash: z.string().min(1),
  /** Commit or release of the program that trained. */
  codeVersion: z.string().min(1),
  /** Measured on pictures that training never saw: `top1`, `expectedCalibrationError`, … */
  metrics: z.record(z.string(), z.number()),
  /** How it was trained: strategy, epochs, seconds … For people. */
  training: z.record(z.string(), z.json()),
  /** By file name, of everything that engines read. */
  files: z.record(z.string(), z.object({ sha256, bytes: z.number().int().positive() })),
});
export type ModelMetadata = z.infer<typeof modelMetadata>;
