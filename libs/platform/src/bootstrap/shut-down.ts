import type { INestApplication, LoggerService } from '@nestjs/common';

/** A module that hangs must not keep the process for ever. */
const SHUT_DOWN_LIMIT_MS = 20_000;

/**
 * Closes the app on the first signal. Later ones are ignored: Ctrl-C reaches the whole process group and a supervisor
 * then sends its own SIGTERM. Returns the same for other reasons to stop.
 */
export function shutDownOnSignals(app: INestApplication, logger: LoggerService, name: string): (why: string) => void {
  let closing = false;
  const shutDown = (why: string): void => {
    if (closing) return;
    closing = true;
    logger.log(`${name} stops: ${why}`);
    setTimeout(() => {
      logger.error(`${name} did not stop within ${SHUT_DOWN_LIMIT_MS / 1000} s; ends now`);
      process.exit(1);
    }, SHUT_DOWN_LIMIT_MS).unref();
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => shutDown(signal));
  return shutDown;
}
