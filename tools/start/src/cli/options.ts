import { parseArgs } from 'node:util';
import { join, resolve } from 'node:path';

export interface StartOptions {
  /** Port of the dashboard; the services take the next ones. */
  port: number;
  /** Folder for everything that the platform keeps: database, pictures, logs, credentials. */
  dataDir: string;
  demo: boolean;
  reset: boolean;
  /** Scenario that the simulated cameras play. */
  scenario: string;
  seed: number;
}

export const USAGE = `Usage: npm start -- [options]
  --no-demo        empty platform, ready for real cameras
  --reset          delete the data folder first (asks nothing: it is the demonstration's data)
  --port PORT      port of the dashboard, the services take the next five (default 4200)
  --data DIR       folder for database, pictures, logs (default .shelfwatch)
  --scenario FILE  what the simulated cameras play (default demo)
  --seed N         seed of the simulated shop (default 1)
Environment: KAFKA_BROKERS=host:9092 uses Kafka as event stream, DATABASE_URL=postgres://… uses that PostgreSQL.`;

/** @throws Error with one line that says what is wrong and the usage */
export function parseOptions(args: readonly string[], root: string): StartOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      'no-demo': { type: 'boolean', default: false },
      reset: { type: 'boolean', default: false },
      port: { type: 'string', default: '4200' },
      data: { type: 'string', default: join(root, '.shelfwatch') },
      scenario: { type: 'string', default: 'demo' },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  return {
    port: wholeNumber('--port', values.port, 1, 65_530),
    dataDir: resolve(values.data),
    demo: !values['no-demo'],
    reset: values.reset,
    scenario: values.scenario,
    seed: wholeNumber('--seed', values.seed, 0, 2 ** 31 - 1),
  };
}

function wholeNumber(name: string, text: string, minimum: number, maximum: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= minimum && value <= maximum) return value;
  throw new Error(`${name} ${text}: expected a whole number from ${minimum} to ${maximum}.`);
}
