import { join } from 'node:path';
import type { StartOptions } from '../cli/options.js';
import type { ServiceSpec } from '../process/service-process.js';
import type { PlatformSettings } from '../process/services.js';

/** The simulated cameras as a process of their own: they reach the platform only through the event stream, as real ones do. */
export const simulatedCameras = (settings: PlatformSettings, options: StartOptions): ServiceSpec => ({
  name: 'simulated-cameras',
  script: join(settings.root, 'tools', 'shelfsim', 'dist', 'main.js'),
  args: ['play', '--scenario', options.scenario, '--seed', String(options.seed), '--to', 'stream'],
  env: {
    DATABASE_URL: settings.databaseUrl,
    ...(settings.kafkaBrokers === undefined ? {} : { KAFKA_BROKERS: settings.kafkaBrokers }),
  },
});
