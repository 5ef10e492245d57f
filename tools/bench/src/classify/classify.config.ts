import { type Environment, loadConfig } from '@shelfwatch/platform';
import { join } from 'node:path';
import { z } from 'zod';

const shippedModel = join(import.meta.dirname, '..', '..', '..', '..', 'libs', 'vision', 'models', 'demo-shop');

const settings = z.object({
  /** Folder of the model to measure: the shipped one, or one that was trained anew. */
  MODEL_DIR: z.string().default(shippedModel),
});

export const classifyConfig = (env: Environment = process.env): z.output<typeof settings> => loadConfig(settings, env);
