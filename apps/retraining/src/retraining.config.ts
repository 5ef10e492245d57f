import { type Environment, loadConfig, serviceSettings, setting } from '@shelfwatch/platform';
import { join } from 'node:path';
import { z } from 'zod';

const shippedModels = join(import.meta.dirname, '..', '..', '..', 'libs', 'vision', 'models');

export const retrainingSettings = serviceSettings.extend({
  RETRAINING_PORT: setting.port().default(4204),
  /** Folder whose folders are models. */
  MODELS_DIR: z.string().min(1).default(shippedModels),
  /** Folder of training runs: their records, checkpoints and the models that they write. */
  RUNS_DIR: z.string().min(1).default('.shelfwatch/runs'),
  /** Folder whose folders are data sets; by default `data-sets` beside the runs. */
  DATA_SETS_DIR: z.string().min(1).optional(),
  /** `postgres://user:password@host:port/database`: samples, data sets and the registry are kept there. */
  DATABASE_URL: z.url('must be an address such as postgres://user:password@host:5432/name'),
  /** Folder of pictures, the same as that of the other services. */
  PICTURES_DIR: z.string().min(1).default('.shelfwatch/pictures'),
  /** Folder below which data sets may be imported from by path; without it they come as ZIPs. */
  IMPORT_DIR: z.string().min(1).optional(),
  /** Asked who a session or a key belongs to, such as http://127.0.0.1:4201. */
  MONITORING_URL: z.url('must be an address such as http://127.0.0.1:4201').optional(),
  /** Asked which model is live. */
  INFERENCE_URL: z.url('must be an address such as http://127.0.0.1:4203').default('http://127.0.0.1:4203'),
  /** For programs: lets in whoever sends it as `Authorization: Bearer …`. Without it and without MONITORING_URL everybody is let in. */
  RETRAINING_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
});
/** Injection token of the settings. */
export const RETRAINING_SETTINGS = Symbol('RETRAINING_SETTINGS');
export type RetrainingSettings = z.output<typeof retrainingSettings>;

export const retrainingConfig = (env: Environment = process.env): RetrainingSettings =>
  loadConfig(retrainingSettings, env);
