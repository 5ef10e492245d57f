import { Transform } from 'node:stream';
import { ProblemException } from '@shelfwatch/platform';

/** Passes bytes on, and ends with 413 when they are more than they may be. */
export function limitBytes(most: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes <= most) return done(null, chunk);
      done(
        new ProblemException(
          413,
          'UPLOAD_TOO_LARGE',
          `A ZIP may have ${Math.round(most / 1e6)} MB; split it, or import a folder.`,
        ),
      );
    },
  });
}
