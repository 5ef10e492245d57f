import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { WeightsImportError } from './weights-import.errors.js';

/** Nothing that this library can use is larger. */
const LARGEST_BYTES = 1 << 30;

export interface ReadProgress {
  file: string;
  bytes: number;
  /** Absent when the server does not say. */
  totalBytes: number | undefined;
}

/** A file of weights, and the files beside it that it names. */
export interface WeightsSource {
  readonly location: string;
  /** @param sibling name of a file beside it; the file itself when absent */
  read(sibling?: string): Promise<Uint8Array>;
  /** SHA-256 of all that was read, in the order of reading; hexadecimal. */
  digest(): string;
}

/**
 * Opens a file, or an address with `https:` or `http:`.
 *
 * @throws {WeightsImportError} on reading, when a file is missing or an address does not answer with one
 */
export function openWeightsSource(
  location: string,
  onProgress: (progress: ReadProgress) => void = () => {},
): WeightsSource {
  const hash = createHash('sha256');
  const readBytes = /^https?:\/\//i.test(location) ? remoteReader(location, onProgress) : localReader(location);
  return {
    location,
    async read(sibling) {
      if (sibling !== undefined && !/^[\w][\w.-]*$/.test(sibling))
        throw new WeightsImportError(
          'WEIGHTS_UNREADABLE',
          `${location} names the file "${sibling}" for its values; only files beside it are read.`,
        );
      const bytes = await readBytes(sibling);
      hash.update(bytes);
      return bytes;
    },
    digest: () => hash.copy().digest('hex'),
  };
}

type ReadBytes = (sibling: string | undefined) => Promise<Uint8Array>;

function localReader(location: string): ReadBytes {
  return async (sibling) => {
    const path = sibling === undefined ? location : join(dirname(location), sibling);
    try {
      return await readFile(path);
    } catch (cause) {
      throw new WeightsImportError('WEIGHTS_UNREACHABLE', `${path} cannot be read: ${messageOf(cause)}.`, { cause });
    }
  };
}

function remoteReader(location: string, onProgress: (progress: ReadProgress) => void): ReadBytes {
  return async (sibling) => {
    const address = sibling === undefined ? new URL(location) : new URL(sibling, location);
    // Signed addresses carry their signature for every file beside the first.
    if (sibling !== undefined) address.search = new URL(location).search;
    const file = basename(address.pathname);
    const unreachable = (reason: string, cause?: unknown) =>
      new WeightsImportError(
        'WEIGHTS_UNREACHABLE',
        `${address.origin}${address.pathname} cannot be downloaded: ${reason}. Try again, or download it by other means and name the file.`,
        { cause },
      );
    try {
      const response = await fetch(address);
      if (!response.ok || response.body === null) throw unreachable(`the server answers ${response.status}`);
      const stated = Number(response.headers.get('content-length'));
      const totalBytes = stated > 0 && !response.headers.has('content-encoding') ? stated : undefined;
      const chunks: Uint8Array[] = [];
      let bytes = 0;
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
        bytes += chunk.length;
        if (bytes > LARGEST_BYTES) throw unreachable(`it is larger than ${LARGEST_BYTES / 2 ** 20} MB`);
        chunks.push(chunk);
        onProgress({ file, bytes, totalBytes });
      }
      if (totalBytes !== undefined && bytes !== totalBytes)
        throw unreachable(`the connection ended after ${bytes} of ${totalBytes} bytes`);
      return Buffer.concat(chunks);
    } catch (cause) {
      if (cause instanceof WeightsImportError) throw cause;
      throw unreachable(messageOf(cause), cause);
    }
  };
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}
