import { z } from 'zod';
import { ConfigError, type ConfigProblem } from './config.errors.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the environment through a schema whose keys are variable names. An empty variable counts as not set, as in
 * compose files (`NAME=`).
 *
 * @throws {ConfigError} with all problems together
 */
export function parseConfig<T extends z.ZodType>(schema: T, env: Environment): z.output<T> {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const result = schema.safeParse(present);
  if (result.success) return result.data;
  throw new ConfigError(result.error.issues.map((issue) => toProblem(issue, present)));
}

/**
 * {@link parseConfig} for a program's start: prints the problems and ends the process with status 78 (EX_CONFIG).
 * Call it once, in a `*.config.ts` file.
 */
export function loadConfig<T extends z.ZodType>(schema: T, env: Environment): z.output<T> {
  try {
    return parseConfig(schema, env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\nSee .env.example for every variable.\n`);
    process.exit(78);
  }
}

function toProblem(issue: z.core.$ZodIssue, env: Environment): ConfigProblem {
  const variable = issue.path.map(String).join('.') || '(several)';
  const value = env[variable];
  if (value === undefined && issue.code === 'invalid_type') {
    return { variable, advice: `is not set; set it in the environment (${issue.message})` };
  }
  const shown = value === undefined || isSecret(variable) ? '' : ` (it is "${value}")`;
  return { variable, advice: `${issue.message}${shown}` };
}

/** Values of such variables never reach a log; a URL may hold a password. */
const isSecret = (variable: string): boolean => /(TOKEN|SECRET|PASSWORD|KEY|URL)$/.test(variable);
