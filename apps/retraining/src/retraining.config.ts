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
  /** Asked which model is live. */
  INFERENCE_URL: z.url('must be an address such as http://127.0.0.1:4203').default('http://127.0.0.1:4203'),
  /** When set, requests need `Authorization: Bearer …`. Set it wherever the service can be reached from another machine. */
  RETRAINING_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
});
/** Injection token of the settings. */
export const RETRAINING_SETTINGS = Symbol('RETRAINING_SETTINGS');
export type RetrainingSettings = z.output<typeof retrainingSettings>;

export const retrainingConfig = (env: Environment = process.env): RetrainingSettings =>
  loadConfig(retrainingSettings, env);
