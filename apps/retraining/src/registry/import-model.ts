import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ProblemException } from '@shelfwatch/platform';
import { openEngine, VisionError } from '@shelfwatch/vision/serving';
import { limitBytes } from '../imports/limit-bytes.js';
import type { ModelStore } from './model-store.js';
import type { RegisterModel } from './register-model.js';
import { unpackModelZip } from './unpack-model-zip.js';

const MOST_BYTES = 500e6;

/** Takes in models that were trained elsewhere, after making sure that they are whole and can be computed here. */
export class ImportModel {
  constructor(
    private readonly store: ModelStore,
    private readonly registry: RegisterModel,
    private readonly workDir: string,
  ) {}

  /**
   * @returns the version
   * @throws ProblemException 413 when it is too large, 422 when it is no model, foreign or corrupt, 503 when the bucket of models does not answer
   */
  async fromZip(zip: Readable, by: string): Promise<string> {
    await mkdir(this.workDir, { recursive: true });
    const folder = await mkdtemp(join(this.workDir, 'model-'));
    try {
      const file = join(folder, 'upload.zip');
      const files = join(folder, 'files');
      await mkdir(files);
      await pipeline(zip, limitBytes(MOST_BYTES), createWriteStream(file));
      await unpackModelZip(file, files, 2 * MOST_BYTES);
      return await this.take(files, by);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async take(files: string, by: string): Promise<string> {
    try {
      const { engine } = await openEngine('auto', files);
      await engine.dispose();
      const model = await this.store.add(files);
      await this.registry.register(model, { by, reason: 'imported' });
      return model.metadata.version;
    } catch (error) {
      if (!(error instanceof VisionError)) throw error;
      throw new ProblemException(error.retriable ? 503 : 422, error.code, withoutPath(error.message, files));
    }
  }
}

/** The folder is gone when the message is read. */
const withoutPath = (message: string, folder: string): string =>
  message.replaceAll(`${folder}/`, '').replaceAll(folder, 'the ZIP');
