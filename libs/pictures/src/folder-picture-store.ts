import { randomUUID } from 'node:crypto';
import { mkdir, opendir, readFile, rename, rm, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parsePictureId, type PictureId, pictureIdOf, pictureTypeOf, type PictureType } from './picture-id.js';
import { type FindReferenced, type Picture, PictureStore, type SweepResult } from './picture-store.js';
import { toPictureStoreError } from './pictures.errors.js';

/** How many pictures are asked for at once in a sweep. */
const SWEEP_BATCH = 500;
/** Left behind by a process that was killed while writing; no writer needs that long. */
const STALE_PART_MS = 3_600_000;

interface StoredFile {
  id: PictureId;
  path: string;
  bytes: number;
}

/** Pictures in a folder, two levels deep by the first hex digits: `ab/cd/abcd….jpg`. */
export class FolderPictureStore extends PictureStore {
  private readonly root: string;
  private readonly made = new Set<string>();

  constructor(folder: string) {
    super();
    this.root = resolve(folder);
  }

  async put(bytes: Uint8Array, type: PictureType, sha256?: string): Promise<PictureId> {
    const id = pictureIdOf(bytes, type, sha256);
    const path = this.pathOf(id);
    try {
      if (await this.touch(path)) return id;
      const part = `${path}.${randomUUID()}.part`;
      await this.makeFolder(dirname(path));
      await writeFile(part, bytes).catch(async (error: unknown) => {
        await rm(part, { force: true });
        throw error;
      });
      await rename(part, path);
      return id;
    } catch (error) {
      throw toPictureStoreError(error, this.root);
    }
  }

  async get(id: PictureId): Promise<Picture | undefined> {
    try {
      return { bytes: await readFile(this.pathOf(id)), type: pictureTypeOf(id) };
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw toPictureStoreError(error, this.root);
    }
  }

  async delete(id: PictureId): Promise<void> {
    await rm(this.pathOf(id), { force: true });
  }

  async sweep(before: Date, findReferenced: FindReferenced): Promise<SweepResult> {
    const result = { deleted: 0, kept: 0, freedBytes: 0 };
    let batch: StoredFile[] = [];
    const flush = async () => {
      const referenced = await findReferenced(batch.map((file) => file.id));
      for (const file of batch) {
        if (referenced.has(file.id)) result.kept++;
        else if (await deleteIfStillOld(file, before)) {
          result.deleted++;
          result.freedBytes += file.bytes;
        }
      }
      batch = [];
    };
    for await (const file of this.filesBefore(before)) {
      batch.push(file);
      if (batch.length === SWEEP_BATCH) await flush();
    }
    if (batch.length > 0) await flush();
    return result;
  }

  private pathOf(id: PictureId): string {
    if (parsePictureId(id) === undefined) throw new TypeError(`"${id}" is no picture id`);
    return join(this.root, id.slice(0, 2), id.slice(2, 4), id);
  }

  /** Makes a stored picture young again; false when there is none. */
  private async touch(path: string): Promise<boolean> {
    try {
      const now = new Date();
      await utimes(path, now, now);
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  }

  private async makeFolder(folder: string): Promise<void> {
    if (this.made.has(folder)) return;
    await mkdir(folder, { recursive: true });
    this.made.add(folder);
  }

  private async *filesBefore(before: Date): AsyncGenerator<StoredFile> {
    let entries;
    try {
      entries = await opendir(this.root, { recursive: true });
    } catch (error) {
      if (isMissing(error)) return;
      throw toPictureStoreError(error, this.root);
    }
    for await (const entry of entries) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const { mtime, size } = await stat(path);
      const id = parsePictureId(entry.name);
      if (id !== undefined && mtime < before) yield { id, path, bytes: size };
      if (id === undefined && entry.name.endsWith('.part') && Date.now() - mtime.getTime() > STALE_PART_MS) {
        await rm(path, { force: true });
      }
    }
  }
}

/** The picture may have been stored again while its references were looked up. */
async function deleteIfStillOld(file: StoredFile, before: Date): Promise<boolean> {
  try {
    const { mtime } = await stat(file.path);
    if (mtime >= before) return false;
    await unlink(file.path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';
