import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type ServeModels, serveModels } from '@shelfwatch/contracts';

/** What was asked for last, in a file, so that a restarted server serves the same. */
export class ServingMemory {
  /** @param file undefined to forget */
  constructor(private readonly file: string | undefined) {}

  async read(): Promise<ServeModels | undefined> {
    if (this.file === undefined) return undefined;
    const text = await readFile(this.file, 'utf8').catch(() => undefined);
    if (text === undefined) return undefined;
    try {
      return serveModels.parse(JSON.parse(text));
    } catch {
      return undefined;
    }
  }

  async write(request: ServeModels): Promise<void> {
    if (this.file === undefined) return;
    await mkdir(dirname(this.file), { recursive: true });
    await writeFile(`${this.file}.part`, JSON.stringify(request));
    await rename(`${this.file}.part`, this.file);
  }
}
