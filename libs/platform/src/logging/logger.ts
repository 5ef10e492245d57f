import { pino, type Logger } from 'pino';
import pretty from 'pino-pretty';

export type { Logger } from 'pino';

export interface LogOptions {
  /** Name of the program; on every line. */
  name: string;
  level: string;
  format: 'json' | 'pretty';
}

/** Headers and fields that must never be written to a log. */
const REDACTED = [
  'req.headers.authorization',
  'req.headers.cookie',
  'res.headers["set-cookie"]',
  '*.password',
  '*.token',
];

export function createLogger({ name, level, format }: LogOptions): Logger {
  const options = { name, level, redact: REDACTED };
  return format === 'pretty'
    ? pino(
        options,
        pretty({ colorize: process.stdout.isTTY, ignore: 'pid,hostname,name', singleLine: true, sync: true }),
      )
    : pino(options);
}
