import { z } from 'zod';
import { setting } from './setting-types.js';

/** Variables that every service reads; extend it: `serviceSettings.extend({ … })`. */
export const serviceSettings = z.object({
  /** Address to listen on. `127.0.0.1` keeps a service on this machine, `0.0.0.0` opens it to the network. */
  HOST: z.string().default('127.0.0.1'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  /** `json` for machines, `pretty` for people. */
  LOG_FORMAT: z.enum(['json', 'pretty']).default('json'),
  /** Set by a supervisor: the service ends itself when that process is gone, so that nothing is left behind. */
  SHELFWATCH_PARENT_PID: setting.wholeNumber(1, 2 ** 31).optional(),
});
export type ServiceSettings = z.output<typeof serviceSettings>;
