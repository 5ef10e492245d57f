import { loadConfig } from '@shelfwatch/platform';
import { z } from 'zod';

/** What must not be typed on a command line, where every user of the machine can read it. */
export const retrainSettings = z.object({
  /** API key of an ML engineer, or the service's RETRAINING_TOKEN. */
  SHELFWATCH_KEY: z.string().optional(),
  SHELFWATCH_USER: z.string().optional(),
  SHELFWATCH_PASSWORD: z.string().optional(),
});

export const readRetrainSettings = (env: NodeJS.ProcessEnv = process.env): z.output<typeof retrainSettings> =>
  loadConfig(retrainSettings, env);
