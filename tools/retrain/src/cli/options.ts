import { parseArgs } from 'node:util';
import { UsageError } from './usage.js';

const OPTIONS = {
  golden: { type: 'boolean', default: false },
  'hold-out': { type: 'string' },
  'max-per-class': { type: 'string' },
  seed: { type: 'string' },
  detach: { type: 'boolean', default: false },
  strategy: { type: 'string', default: 'feature-extraction' },
  start: { type: 'string', default: 'live' },
  model: { type: 'string', default: 'shop' },
  pictures: { type: 'string', default: 'facings' },
  options: { type: 'string' },
  promote: { type: 'boolean', default: false },
  against: { type: 'string' },
  shadow: { type: 'boolean', default: false },
  override: { type: 'string' },
  url: { type: 'string', default: 'http://127.0.0.1:4204' },
  monitoring: { type: 'string', default: 'http://127.0.0.1:4201' },
  data: { type: 'string', default: '.shelfwatch' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
}
export type OptionValues = ReturnType<typeof parse>['values'];

export interface CommandLine {
  command: string;
  /** What follows the command. */
  operands: string[];
  values: OptionValues;
}

/** @throws {UsageError} */
export function parseCommandLine(args: readonly string[]): CommandLine | 'help' {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  const [command, ...operands] = positionals;
  if (values.help || command === undefined || command === 'help') return 'help';
  for (const name of ['url', 'monitoring'] as const)
    if (!URL.canParse(values[name]))
      throw new UsageError(`--${name} ${values[name]}: expected an address such as http://127.0.0.1:4204.`);
  return { command, operands, values };
}

/** The operand at a place. @throws {UsageError} that names what is missing */
export function operand({ command, operands }: CommandLine, place: number, what: string): string {
  const value = operands[place];
  if (value === undefined) throw new UsageError(`${command} needs ${what}.`);
  return value;
}

/** @throws {UsageError} */
export function wholeNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0) return value;
  throw new UsageError(`--${name} ${text}: expected a whole number.`);
}
