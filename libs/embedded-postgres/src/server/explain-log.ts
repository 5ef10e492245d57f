import { EmbeddedPostgresError } from '../errors/embedded-postgres.errors.js';

/** Turns what the server or initdb wrote into an error that says what to do. */
export function explainLog(log: string, what: string): EmbeddedPostgresError {
  if (/No space left on device/i.test(log)) {
    return new EmbeddedPostgresError('disk-full', `${what}: the disk is full. Free some space and start again.`);
  }
  const port = /could not bind .*address already in use/is.exec(log);
  if (port) {
    return new EmbeddedPostgresError(
      'port-taken',
      `${what}: another program listens on its port. Stop that program or choose another port.`,
    );
  }
  const lines = log.trim().split('\n').slice(-5).join('\n  ');
  return new EmbeddedPostgresError('not-started', `${what}:\n  ${lines || '(the server said nothing)'}`);
}

/** Processes of a server that was killed hold its memory for a moment; then the same start works. */
export const isStillDying = (log: string): boolean =>
  /pre-existing shared memory block|lock file "postmaster\.pid" already exists/i.test(log);
