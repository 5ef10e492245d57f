import { mkdir, open, readdir, readFile, rename, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import { AgentError, reasonOf } from '../agent.errors.js';
import { type CameraPicture, pictureTypeOf } from '../camera-picture.js';
import { exifCaptureTime } from './exif-capture-time.js';
import type { PictureSource } from './picture-source.js';

export interface FolderOptions {
  folder: string;
  /** Ends after the files that are there now. */
  once: boolean;
  /** Where files go that were sent; by default they stay, and are remembered while the agent runs. */
  moveTo: string | undefined;
  intervalMs: number;
}

interface FoundFile {
  path: string;
  bytes: number;
  modifiedAt: Date;
}

/** Pictures from a folder, oldest first. A file that still grows waits for the next look. */
export class FolderSource implements PictureSource {
  readonly name: string;
  private readonly done = new Set<string>();
  private readonly sizes = new Map<string, number>();

  constructor(private readonly options: FolderOptions) {
    this.name = options.folder;
  }

  async *pictures(signal: AbortSignal): AsyncGenerator<CameraPicture> {
    while (!signal.aborted) {
      const found = await this.look();
      const whole = found.filter(({ path, bytes }) => this.options.once || this.sizes.get(path) === bytes);
      found.forEach(({ path, bytes }) => this.sizes.set(path, bytes));
      const pictures = [];
      for (const file of whole) pictures.push(await describe(file));
      pictures.sort((a, b) => a.capturedAt.getTime() - b.capturedAt.getTime());
      for (const { file, type, capturedAt } of pictures) {
        if (signal.aborted) return;
        const bytes = await readFile(file.path);
        yield { bytes, type, capturedAt, label: basename(file.path), settle: () => this.settle(file.path) };
      }
      if (this.options.once) return;
      await sleep(Math.min(this.options.intervalMs, 2_000), undefined, { signal }).catch(() => undefined);
    }
  }

  private async look(): Promise<FoundFile[]> {
    try {
      const names = await readdir(this.options.folder);
      const paths = names
        .filter((name) => /\.(jpe?g|png|webp)$/i.test(name))
        .map((name) => join(this.options.folder, name));
      const fresh = paths.filter((path) => !this.done.has(path));
      const stats = await Promise.all(fresh.map(async (path) => ({ path, ...(await sizeAndTime(path)) })));
      return stats.filter(({ bytes }) => bytes > 0);
    } catch (error) {
      const message = `${this.options.folder} cannot be read: ${reasonOf(error)}`;
      throw new AgentError('FOLDER_UNREADABLE', message, true, { cause: error });
    }
  }

  private async settle(path: string): Promise<void> {
    this.done.add(path);
    if (this.options.moveTo === undefined) return;
    await mkdir(this.options.moveTo, { recursive: true });
    await rename(path, join(this.options.moveTo, basename(path)));
  }
}

async function sizeAndTime(path: string): Promise<{ bytes: number; modifiedAt: Date }> {
  const { size, mtime } = await stat(path);
  return { bytes: size, modifiedAt: mtime };
}

/** Type and capture time, from the file's first bytes: a folder may hold a whole day. */
async function describe(file: FoundFile) {
  const head = Buffer.alloc(16);
  const handle = await open(file.path);
  await handle.read(head, 0, head.length, 0).finally(() => handle.close());
  // A file of another kind is sent all the same: it is counted as refused there and not lost in silence here.
  const type = pictureTypeOf(head) ?? 'image/jpeg';
  return { file, type, capturedAt: (await readExifTime(file.path)) ?? file.modifiedAt };
}

async function readExifTime(path: string): Promise<Date | undefined> {
  try {
    const { exif } = await sharp(path).metadata();
    return exif === undefined ? undefined : exifCaptureTime(exif);
  } catch {
    // A broken picture has no EXIF time; whether it is of any use is for the platform to judge.
    return undefined;
  }
}
