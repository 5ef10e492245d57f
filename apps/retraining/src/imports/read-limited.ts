import { open } from 'node:fs/promises';
import { SourceFileRefused } from './picture-source.js';

/** A whole file, unless it is too large. @throws {SourceFileRefused} */
export async function readLimited(path: string, maxBytes: number): Promise<Buffer> {
  const file = await open(path).catch((error: unknown) => {
    throw new SourceFileRefused('unreadable', String(error));
  });
  try {
    const { size } = await file.stat();
    if (size > maxBytes) throw new SourceFileRefused('too-large', `${size} bytes`);
    return await file.readFile().catch((error: unknown) => {
      throw new SourceFileRefused('unreadable', String(error));
    });
  } finally {
    await file.close();
  }
}
