import { HttpException } from '@nestjs/common';
import { STATUS_CODES } from 'node:http';
import { type Problem, ProblemException } from './problem.js';

/** Translates whatever a handler threw. Of a surprise nothing but "internal error" leaves the process. */
export function toProblem(error: unknown, instance?: string): Problem {
  const status = statusOf(error);
  const title = STATUS_CODES[status] ?? 'Error';
  const known = { type: 'about:blank', title, status, ...(instance === undefined ? {} : { instance }) };
  if (error instanceof ProblemException) {
    return { ...known, detail: error.detail, code: error.code, ...(error.errors ? { errors: error.errors } : {}) };
  }
  if (status === 503 && isPassing(error)) {
    const detail = 'Something that this service needs does not answer at present. Try again in a few seconds.';
    return { ...known, detail, code: error.code };
  }
  if (status < 500 && error instanceof Error) return { ...known, detail: error.message, code: codeOf(title) };
  return { ...known, detail: 'The request failed; the log has the reason.', code: codeOf(title) };
}

/** Express's body parsers throw plain errors with a `status` (413, 400 …). */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  if (isPassing(error)) return 503;
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}

const codeOf = (title: string): string => title.toUpperCase().replaceAll(/[^A-Z]+/g, '_');

/** An error of one of our libraries that says of itself that the same call may succeed later: a database or a disk is away. */
const isPassing = (error: unknown): error is Error & { code: string } =>
  error instanceof Error &&
  'retriable' in error &&
  error.retriable === true &&
  'code' in error &&
  typeof error.code === 'string';
