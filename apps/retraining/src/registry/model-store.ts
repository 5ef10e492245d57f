import { randomUUID } from 'node:crypto';
import { access, cp, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelBucket } from '@shelfwatch/vision/model-bucket';
import {
  EVALUATION_FILE,
  METADATA_FILE,
  MODEL_CARD_FILE,
  ModelFolderError,
  type ModelMetadata,
  readListedFile,
  readModelMetadata,
  VisionError,
} from '@shelfwatch/vision/serving';

export interface StoredModel {
  folder: string;
  metadata: ModelMetadata;
}

/**
 * Model folders, which inference reads as well: a folder that has its name is complete and checked. With a bucket they are a copy of what is kept
 * there, and inference reads from the bucket.
 */
export class ModelStore {
  constructor(
    private readonly root: string,
    private readonly bucket?: ModelBucket,
  ) {}

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
   * Takes a copy as {@link takeIn} does, and publishes it.
   *
   * @throws {ModelFolderError | ModelBucketError}
   */
  async add(source: string): Promise<StoredModel> {
    const model = await this.takeIn(source);
    await this.bucket?.publish(model.folder, this.pathOf(model.folder));
    return model;
  }

  /**
   * Gives the bucket what it lacks and takes what it has more. Does nothing without one.
   *
   * @returns why folders could not be exchanged
   * @throws {ModelBucketError} when the bucket does not answer
   */
  async exchange(): Promise<{ folder: string; reason: string }[]> {
    if (this.bucket === undefined) return [];
    const { bucket } = this;
    const [there, { models }] = [await bucket.folders(), await this.list()];
    const here = models.map(({ folder }) => folder);
    const refused: { folder: string; reason: string }[] = [];
    const attempt = (folder: string, work: () => Promise<unknown>) =>
      work().catch((error: unknown) => {
        if (!(error instanceof ModelFolderError)) throw error;
        refused.push({ folder, reason: error.message });
      });
    for (const folder of here.filter((it) => !there.includes(it)))
      await attempt(folder, () => bucket.publish(folder, this.pathOf(folder)));
    for (const folder of there.filter((it) => !here.includes(it)))
      await attempt(folder, () => bucket.fetch(folder, this.root));
    return refused;
  }

  /**
   * Takes a copy of a model folder, after checking every file that its metadata lists against its checksum. A version that is there already stays as it is.
   *
   * @throws {ModelFolderError} when something is missing, foreign or corrupt
   */
  async takeIn(source: string): Promise<StoredModel> {
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
