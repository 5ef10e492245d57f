import { type Environment, loadConfig, serviceSettings, setting } from '@shelfwatch/platform';
import { modelBucketSettings } from '@shelfwatch/vision/model-bucket';
import { join } from 'node:path';
import { z } from 'zod';

const shippedModel = join(import.meta.dirname, '..', '..', '..', 'libs', 'vision', 'models', 'demo-shop');

export const retrainingSettings = serviceSettings.extend({
  RETRAINING_PORT: setting.port().default(4204),
  /** Folder of the model that is live until another one is; it is copied into MODELS_DIR. */
  MODEL_DIR: z.string().default(shippedModel),
  /** Folder whose folders are models: every version is kept there, and inference serves from it. */
  MODELS_DIR: z.string().min(1).default('.shelfwatch/models'),
  ...modelBucketSettings,
  /** Folder of the service's own files: training runs with their logs and checkpoints, uploads, and crops and embeddings that can be made anew. */
  RETRAINING_DIR: z.string().min(1).default('.shelfwatch/retraining'),
  /** `postgres://user:password@host:port/database`: samples, data sets and the registry are kept there. */
  DATABASE_URL: z.url('must be an address such as postgres://user:password@host:5432/name'),
  /** Folder of pictures, the same as that of the other services. */
  PICTURES_DIR: z.string().min(1).default('.shelfwatch/pictures'),
  /** Folder below which data sets may be imported from by path; without it they come as ZIPs. */
  IMPORT_DIR: z.string().min(1).optional(),
  /** Asked who a session or a key belongs to, such as http://127.0.0.1:4201. */
  MONITORING_URL: z.url('must be an address such as http://127.0.0.1:4201').optional(),
  /** Told which models to serve. */
  INFERENCE_URL: z.url('must be an address such as http://127.0.0.1:4203').default('http://127.0.0.1:4203'),
  /** For programs: lets in whoever sends it as `Authorization: Bearer …`. Without it and without MONITORING_URL everybody is let in. */
  RETRAINING_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
});
/** Injection token of the settings. */
export const RETRAINING_SETTINGS = Symbol('RETRAINING_SETTINGS');
export type RetrainingSettings = z.output<typeof retrainingSettings>;

export const retrainingConfig = (env: Environment = process.env): RetrainingSettings =>
  loadConfig(retrainingSettings, env);
