import type { IncomingMessage } from 'node:http';
import { ProblemException } from '@shelfwatch/platform';
import { bodyTooLarge } from './body-too-large.js';
import type { BufferPool } from './buffer-pool.js';
import { uncompress } from './uncompress.js';

/** Tensors as JSON are four times their size; 64 pictures of 224 × 224 fit. */
const LIMIT = 48e6;

/** All bytes of a request's body. */
export interface TensorBody {
  bytes: Buffer;
  /** Gives the memory back; call it when nothing looks at the bytes any more. */
  release(): void;
}

/**
 * Reads a body of any type into one buffer of the pool, and undoes its `Content-Encoding`.
 *
 * @throws {ProblemException} 400, 413 or 415
 */
export async function readTensorBody(request: IncomingMessage, pool: BufferPool, limit = LIMIT): Promise<TensorBody> {
  const { 'content-length': length, 'content-encoding': encoding = 'identity' } = request.headers;
  if (length !== undefined && Number(length) > limit) throw bodyTooLarge(limit);
  const body = await (length === undefined ? readChunked(request, limit) : readInto(request, pool, Number(length)));
  if (encoding === 'identity' || encoding === '') return body;
  try {
    return ofItsOwn(await uncompress(body.bytes, encoding.toLowerCase(), limit));
  } finally {
    body.release();
  }
}

const ofItsOwn = (bytes: Buffer): TensorBody => ({ bytes, release: () => {} });

/** Node's HTTP parser lets exactly `length` bytes through, or none more after the connection broke. */
async function readInto(request: IncomingMessage, pool: BufferPool, length: number): Promise<TensorBody> {
  const buffer = pool.take(length);
  let at = 0;
  try {
    await readAll(request, (chunk) => {
      buffer.set(chunk, at);
      at += chunk.length;
    });
    return { bytes: buffer.subarray(0, at), release: () => pool.give(buffer) };
  } catch (error) {
    pool.give(buffer);
    throw error;
  }
}

async function readChunked(request: IncomingMessage, limit: number): Promise<TensorBody> {
  const chunks: Buffer[] = [];
  let length = 0;
  await readAll(request, (chunk) => {
    length += chunk.length;
    if (length > limit) throw bodyTooLarge(limit);
    chunks.push(chunk);
  });
  return ofItsOwn(Buffer.concat(chunks));
}

function readAll(request: IncomingMessage, take: (chunk: Buffer) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown): void => {
      // What still comes is thrown away, so that the client can read the answer.
      request.removeAllListeners('data').resume();
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    request.on('data', (chunk: Buffer) => {
      try {
        take(chunk);
      } catch (error) {
        fail(error);
      }
    });
    request.once('end', resolve);
    request.once('error', () => fail(new ProblemException(400, 'REQUEST_CUT_OFF', 'The body ended too early.')));
  });
}
