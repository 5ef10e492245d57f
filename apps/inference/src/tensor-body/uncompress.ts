import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';
import { ProblemException } from '@shelfwatch/platform';
import { bodyTooLarge } from './body-too-large.js';

type Uncompress = (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;

const zlibInflate = promisify(inflate) as Uncompress;
const rawInflate = promisify(inflateRaw) as Uncompress;

/** The low half of a zlib stream's first byte. Some clients send "deflate" without zlib's frame. */
const ZLIB_METHOD = 8;

const methods: Readonly<Record<string, Uncompress>> = {
  gzip: promisify(gunzip) as Uncompress,
  'x-gzip': promisify(gunzip) as Uncompress,
  br: promisify(brotliDecompress) as Uncompress,
  deflate: (bytes, options) => ((bytes[0] ?? 0) % 16 === ZLIB_METHOD ? zlibInflate : rawInflate)(bytes, options),
};

/**
 * Undoes a request's `Content-Encoding`, off the event loop.
 *
 * @param limit most bytes that may come out
 * @throws {ProblemException} 400 when it is broken, 413 when more would come out, 415 when the encoding is unknown
 */
export async function uncompress(bytes: Buffer, encoding: string, limit: number): Promise<Buffer> {
  const method = Object.hasOwn(methods, encoding) ? methods[encoding] : undefined;
  if (method === undefined) {
    const known = Object.keys(methods).join(', ');
    throw new ProblemException(
      415,
      'ENCODING_UNSUPPORTED',
      `The body is encoded as "${encoding}"; known are ${known}.`,
    );
  }
  try {
    return await method(bytes, { maxOutputLength: limit });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') throw bodyTooLarge(limit);
    throw new ProblemException(400, 'ENCODING_BROKEN', `The body is not what its encoding "${encoding}" says.`);
  }
}
