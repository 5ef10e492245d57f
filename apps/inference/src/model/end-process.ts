import type { Logger } from '@shelfwatch/platform';

/** For threads that die: no request could be answered any more, while whoever started the service can start it anew. */
export const endProcess =
  (logger: Logger, what: string) =>
  (reason: Error): void => {
    logger.fatal({ err: reason }, `${what} failed; the service ends, to be started anew`);
    process.exit(1);
  };
