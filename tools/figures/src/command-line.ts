import { parseArgs } from 'node:util';
import { UsageError } from '@shelfwatch/retrain';

const OPTIONS = {
  stores: { type: 'string' },
  control: { type: 'string' },
  changed: { type: 'string' },
  days: { type: 'string' },
  seed: { type: 'string' },
  store: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  'what-if': { type: 'string' },
  'per-day': { type: 'string' },
  monitoring: { type: 'string', default: 'http://127.0.0.1:4201' },
  data: { type: 'string', default: '.shelfwatch' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

const parse = (args: readonly string[]) => parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
export type OptionValues = ReturnType<typeof parse>['values'];

/** @throws {UsageError} */
export function parseCommandLine(args: readonly string[]): { command: string; values: OptionValues } | 'help' {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const [command, ...rest] = parsed.positionals;
  if (parsed.values.help || command === undefined || command === 'help') return 'help';
  if (rest.length > 0) throw new UsageError(`Nothing is expected behind ${command}, found "${rest.join(' ')}".`);
  return { command, values: parsed.values };
}

/** @throws {UsageError} that names what is missing */
export function needed(values: OptionValues, name: keyof OptionValues): string {
  const value = values[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new UsageError(`--${name} is needed.`);
}

/** @throws {UsageError} */
export function moment(values: OptionValues, name: 'from' | 'to' | 'changed'): string {
  const text = needed(values, name);
  const at = new Date(text);
  if (Number.isNaN(at.getTime()))
    throw new UsageError(`--${name} ${text}: expected a moment like 2026-11-23T08:00:00Z.`);
  return at.toISOString();
}
