import { parseArgs } from 'node:util';
import { UsageError } from './usage.errors.js';

const COMMANDS = ['play', 'shop', 'shoot', 'catalogue', 'scenarios', 'check'] as const;
export type Command = (typeof COMMANDS)[number];

export interface CliOptions {
  command: Command | 'help';
  /** What follows the command. */
  operands: readonly string[];
  scenario: string;
  seed: string;
  to: string | undefined;
  clock: 'simulated' | 'wall' | undefined;
  speed: number;
  limit: number;
  truth: string | undefined;
  out: string | undefined;
  pictures: boolean;
  perClass: number;
  world: 'drawn' | 'photos';
  data: string | undefined;
  apiKey: string | undefined;
}

/** @throws UsageError saying what is wrong */
export function readCliOptions(args: readonly string[]): CliOptions {
  const { values, positionals } = parse(args);
  const [first = 'help', ...operands] = positionals;
  const command = values.help === true ? 'help' : first;
  if (command !== 'help' && !COMMANDS.includes(command as Command))
    throw new UsageError(`There is no command "${command}"`);
  const world = oneOf('world', values.world, ['drawn', 'photos'] as const);
  if (world === 'photos' && values.data === undefined) throw new UsageError('--world photos needs --data FOLDER');
  return {
    command: command as CliOptions['command'],
    operands,
    scenario: values.scenario,
    seed: values.seed,
    to: values.to,
    clock: values.clock === undefined ? undefined : oneOf('clock', values.clock, ['simulated', 'wall'] as const),
    speed: positive('speed', values.speed),
    limit: values.limit === undefined ? Infinity : positive('limit', values.limit),
    truth: values.truth,
    out: values.out,
    pictures: values['no-pictures'] !== true,
    perClass: positive('per-class', values['per-class']),
    world,
    data: values.data,
    apiKey: values['api-key'],
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        scenario: { type: 'string', default: 'demo' },
        seed: { type: 'string', default: '1' },
        to: { type: 'string' },
        clock: { type: 'string' },
        speed: { type: 'string', default: '60' },
        limit: { type: 'string' },
        truth: { type: 'string' },
        out: { type: 'string' },
        'no-pictures': { type: 'boolean' },
        'per-class': { type: 'string', default: '60' },
        world: { type: 'string', default: 'drawn' },
        data: { type: 'string' },
        'api-key': { type: 'string' },
      },
    });
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new UsageError(`--${name} must be a number above 0, not "${text}"`);
  return value;
}

function oneOf<const T extends string>(name: string, text: string, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === text);
  if (found === undefined) throw new UsageError(`--${name} must be one of ${allowed.join(', ')}, not "${text}"`);
  return found;
}
