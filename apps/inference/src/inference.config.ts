import { type Environment, loadConfig, serviceSettings, setting } from '@shelfwatch/platform';
import { modelBucketSettings } from '@shelfwatch/vision/model-bucket';
import { batchSizes, engineNames } from '@shelfwatch/vision/serving';
import { join } from 'node:path';
import { z } from 'zod';

const shippedModel = join(import.meta.dirname, '..', '..', '..', 'libs', 'vision', 'models', 'demo-shop');
const largestBatch = batchSizes.at(-1)!;

const variables = serviceSettings.extend({
  INFERENCE_PORT: setting.port().default(4203),
  /** `auto` takes a GPU where there is one that works, else ONNX Runtime. */
  INFERENCE_ENGINE: z.enum(['auto', ...engineNames]).default('auto'),
  /** Folder of the model to serve first. */
  MODEL_DIR: z.string().default(shippedModel),
  /** Folder of model folders that may be served on request (`PUT /v1/serving`); without it only MODEL_DIR is served. */
  MODELS_DIR: z.string().min(1).optional(),
  ...modelBucketSettings,
  /** Folder that keeps what is served over a restart; without it a restart serves MODEL_DIR. */
  INFERENCE_STATE_DIR: z.string().min(1).optional(),
  /** Batches computed at the same time, each in a thread of its own; 0 chooses by engine and cores. */
  INFERENCE_STREAMS: setting.wholeNumber(0, 64).default(0),
  /** CPU threads for one batch; 0 shares the cores among the streams. */
  INFERENCE_THREADS: setting.wholeNumber(0, 256).default(0),
  /** Threads that cut regions out of pictures. */
  INFERENCE_CROP_THREADS: setting.wholeNumber(1, 64).default(1),
  /** Most images computed at once: 1, 2, 4 … 64. Memory grows with it; speed does only on a GPU. Default 8, on a GPU 64. */
  INFERENCE_MAX_BATCH: setting
    .wholeNumber(1, largestBatch)
    .refine((size) => batchSizes.some((known) => known === size), `must be one of ${batchSizes.join(', ')}`)
    .optional(),
  /** How long an image may wait for others to fill its batch, in milliseconds. Default 0, on a GPU 2. */
  INFERENCE_MAX_WAIT_MS: setting.wholeNumber(0, 1_000).optional(),
  /** Most images accepted and not yet answered; beyond, requests get 429. */
  INFERENCE_QUEUE_LIMIT: setting.wholeNumber(1, 1_000_000).default(4_000),
  /** A request whose images have not begun to be computed after this many milliseconds gets 503. */
  INFERENCE_DEADLINE_MS: setting.wholeNumber(10, 600_000).default(15_000),
  /** Largest upload, in megabytes. */
  INFERENCE_MAX_PICTURE_MB: setting.number(0.1, 512).default(16),
  /** Largest picture, in millions of pixels; each takes 3 bytes of memory when decoded. */
  INFERENCE_MAX_PICTURE_MEGAPIXELS: setting.number(0.1, 1_000).default(40),
});
export const inferenceSettings = variables.refine(
  ({ MODELS_S3_BUCKET, MODELS_DIR }) => MODELS_S3_BUCKET === undefined || MODELS_DIR !== undefined,
  { path: ['MODELS_DIR'], message: 'is needed beside MODELS_S3_BUCKET: models are fetched into it' },
);
export type InferenceSettings = z.output<typeof inferenceSettings>;

export const inferenceConfig = (env: Environment = process.env): InferenceSettings =>
  loadConfig(inferenceSettings, env);
