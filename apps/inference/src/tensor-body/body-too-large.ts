import { ProblemException } from '@shelfwatch/platform';

export const bodyTooLarge = (limit: number): ProblemException =>
  new ProblemException(
    413,
    'PAYLOAD_TOO_LARGE',
    `The body is larger than ${limit / 1e6} MB. Send fewer images at once.`,
  );
