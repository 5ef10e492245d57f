export type EmbeddedPostgresErrorCode =
  /** Another living process keeps a server on this folder. */
  | 'in-use'
  | 'port-taken'
  | 'disk-full'
  /** The folder was written by another major version. */
  | 'wrong-version'
  /** No binaries for this operating system and processor. */
  | 'no-binaries'
  /** Run as root, and no unprivileged user or reachable folder was found. */
  | 'no-place'
  | 'not-started';

/** Why the database server cannot run; the message says what to do. */
export class EmbeddedPostgresError extends Error {
  /** A server that does not start will not start by itself a moment later. */
  readonly retriable = false;

  constructor(
    readonly code: EmbeddedPostgresErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'EmbeddedPostgresError';
  }
}
