import { QueryFailedError, TypeORMError } from 'typeorm';
import { ConstraintViolated, PersistenceConflict, PersistenceError, PersistenceFailure } from './persistence.errors.js';
import { PersistenceUnavailable } from './persistence.errors.js';

/** SQLSTATE classes and codes. @see https://www.postgresql.org/docs/18/errcodes-appendix.html */
const UNAVAILABLE = /^(08|53|57P0|58)|^(25P03|26000)$/;
const CONFLICT = /^(40001|40P01|55P03)$/;
const CONSTRAINT = /^23/;
const NETWORK = /^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)/;
/** pg reports a lost connection without a code; TypeORM releases a runner whose connection breaks in a transaction. */
const LOST =
  /connection terminated|query runner already released|connection ended|client has encountered a connection error|not queryable|timeout exceeded when trying to connect|driver not connected|connection is not established/i;

/** Makes an error of TypeORM or pg one of this library. Errors of this library stay as they are. */
export function translateError(error: unknown): PersistenceError {
  if (error instanceof PersistenceError) return error;
  const driver: unknown = error instanceof QueryFailedError ? error.driverError : error;
  const message = messageOf(driver);
  const code = codeOf(driver);
  const cause = { cause: error };
  if (UNAVAILABLE.test(code) || NETWORK.test(code) || LOST.test(message)) {
    return new PersistenceUnavailable(`The database is not available: ${message}`, cause);
  }
  if (CONFLICT.test(code)) return new PersistenceConflict(`The transaction must be repeated: ${message}`, cause);
  if (CONSTRAINT.test(code)) return new ConstraintViolated(constraintOf(driver), message, cause);
  return new PersistenceFailure(message, cause);
}

/** Whether the error comes from below, so that it has to be translated before it leaves. */
export const isDriverError = (error: unknown): boolean => error instanceof TypeORMError;

function messageOf(error: unknown): string {
  // A refused connection to a name with two addresses is an AggregateError with an empty message.
  if (error instanceof AggregateError) return error.errors.map(messageOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}

function constraintOf(error: unknown): string | undefined {
  const name = error instanceof Error && 'constraint' in error ? error.constraint : undefined;
  return typeof name === 'string' ? name : undefined;
}
