import { randomUUID } from 'node:crypto';
import { access, cp, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  EVALUATION_FILE,
  METADATA_FILE,
  MODEL_CARD_FILE,
  type ModelMetadata,
  readListedFile,
  readModelMetadata,
  VisionError,
} from '@shelfwatch/vision/serving';

export interface StoredModel {
  folder: string;
  metadata: ModelMetadata;
}

/** Model folders, which inference reads as well: a folder that has its name is complete and checked. */
export class ModelStore {
  constructor(private readonly root: string) {}

  pathOf = (folder: string): string => join(this.root, folder);

  /** Every folder that can be used, and why others cannot. */
  async list(): Promise<{ models: StoredModel[]; unusable: { folder: string; reason: string }[] }> {
    await mkdir(this.root, { recursive: true });
    const entries = await readdir(this.root, { withFileTypes: true });
    const folders = entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name);
    const models: StoredModel[] = [];
    const unusable: { folder: string; reason: string }[] = [];
    for (const folder of folders.sort())
      try {
        models.push({ folder, metadata: await readModelMetadata(this.pathOf(folder)) });
      } catch (error) {
        if (!(error instanceof VisionError)) throw error;
        unusable.push({ folder, reason: error.message });
      }
    return { models, unusable };
  }

  /**
   * Takes a copy of a model folder, after checking every file that its metadata lists against its checksum. A version that is there already stays as it is.
   *
   * @throws {ModelFolderError} when something is missing, foreign or corrupt
   */
  async add(source: string): Promise<StoredModel> {
    const metadata = await readModelMetadata(source);
    for (const file of Object.keys(metadata.files)) await readListedFile(source, metadata, file);
    const folder = metadata.version;
    if (await exists(this.pathOf(folder))) return { folder, metadata };
    const partial = join(this.root, `.${randomUUID()}`);
    try {
      await mkdir(partial, { recursive: true });
      const files = [...Object.keys(metadata.files), METADATA_FILE];
      for (const file of files) await cp(join(source, file), join(partial, file));
      for (const file of [MODEL_CARD_FILE, EVALUATION_FILE])
        if (await exists(join(source, file))) await cp(join(source, file), join(partial, file));
      await rename(partial, this.pathOf(folder));
    } finally {
      await rm(partial, { recursive: true, force: true });
    }
    return { folder, metadata };
  }

  /** A file of a model, undefined when it has none such. */
  async readText(folder: string, file: string): Promise<string | undefined> {
    return readFile(join(this.pathOf(folder), file), 'utf8').catch(() => undefined);
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
