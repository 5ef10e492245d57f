import { randomUUID } from 'node:crypto';
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { GetObjectCommand, ListObjectsV2Command, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { sha256Of } from '../model-folder/file-digest.js';
import { ModelFolderError } from '../model-folder/model-folder.errors.js';
import { EVALUATION_FILE, METADATA_FILE, MODEL_CARD_FILE } from '../model-folder/model-metadata.js';
import { readListedFile, readModelMetadata } from '../model-folder/read-model-folder.js';
import { ModelBucketError } from './model-bucket.errors.js';

/** Where models are kept in an S3-compatible store. */
export interface ModelBucketPlace {
  bucket: string;
  /** Before every key, such as `models/`. */
  prefix: string;
  region: string;
  /** Of a store other than that of Amazon, such as http://127.0.0.1:9000. */
  endpoint?: string | undefined;
  /** Without it the usual places are looked at: environment, profile, the machine's role. */
  credentials?: { accessKeyId: string; secretAccessKey: string } | undefined;
}

/** Came with the model when they are there; engines do not read them. */
const FOR_PEOPLE = [MODEL_CARD_FILE, EVALUATION_FILE];

/**
 * Model folders in a bucket, a key for each file: `<prefix><folder>/<file>`. `metadata.json` is written last, so that a folder that has one is
 * complete. Every file that engines read is checked against its SHA-256 on both ways.
 *
 * Every method throws {@link ModelBucketError} when the store does not answer or refuses.
 */
export class ModelBucket {
  private readonly client: S3Client;

  constructor(private readonly place: ModelBucketPlace) {
    const { region, endpoint, credentials } = place;
    this.client = new S3Client({
      ...{ region, maxAttempts: 3 },
      // A store that hangs must not hold up the start of a service.
      requestHandler: { connectionTimeout: 5_000, socketTimeout: 30_000 },
      ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
      ...(credentials === undefined ? {} : { credentials }),
      // Many compatible stores do not know the newer checksums; ours are SHA-256 of whole files.
      ...{ requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED' },
    });
  }

  /** Names of the folders that are complete, sorted. */
  async folders(): Promise<string[]> {
    const { bucket, prefix } = this.place;
    const found: string[] = [];
    let token: string | undefined;
    do {
      const page = await this.ask('list models', () =>
        this.client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ContinuationToken: token })),
      );
      for (const { Key = '' } of page.Contents ?? []) {
        const [folder, file, ...deeper] = Key.slice(prefix.length).split('/');
        if (file === METADATA_FILE && deeper.length === 0 && isPlainName(folder!)) found.push(folder!);
      }
      token = page.IsTruncated ? page.NextContinuationToken : undefined;
    } while (token !== undefined);
    return found.sort();
  }

  /**
   * Copies a model folder into the bucket; one that is complete there already stays as it is.
   *
   * @throws {ModelFolderError} when a file is missing or corrupt; then nothing can be seen there
   */
  async publish(folder: string, path: string): Promise<void> {
    if ((await this.read(folder, METADATA_FILE)) !== undefined) return;
    const metadata = await readModelMetadata(path);
    for (const file of Object.keys(metadata.files))
      await this.write(folder, file, await readListedFile(path, metadata, file));
    for (const file of FOR_PEOPLE) {
      const bytes = await readFile(join(path, file)).catch(() => undefined);
      if (bytes !== undefined) await this.write(folder, file, bytes);
    }
    await this.write(folder, METADATA_FILE, await readFile(join(path, METADATA_FILE)));
  }

  /**
   * Copies a folder of the bucket to `root/folder`, unless it is there. It gets its name when it is complete and checked.
   *
   * @returns whether it is there now; false = the bucket has none such
   * @throws {ModelFolderError} when what the bucket holds is foreign or corrupt; then nothing is left on the disk
   */
  async fetch(folder: string, root: string): Promise<boolean> {
    const path = join(root, folder);
    if (!isPlainName(folder)) return false;
    if (await exists(path)) return true;
    const metadataBytes = await this.read(folder, METADATA_FILE);
    if (metadataBytes === undefined) return false;
    const partial = join(root, `.${randomUUID()}`);
    try {
      await mkdir(partial, { recursive: true });
      await writeFile(join(partial, METADATA_FILE), metadataBytes);
      const { version, files } = await readModelMetadata(partial);
      const foreign = Object.keys(files).find((file) => !isPlainName(file));
      if (version !== folder || foreign !== undefined)
        throw this.corrupt(folder, foreign === undefined ? `holds version ${version}` : `lists the file ${foreign}`);
      for (const [file, { sha256 }] of Object.entries(files)) {
        const bytes = await this.read(folder, file);
        if (bytes === undefined) throw this.corrupt(folder, `has no ${file}`);
        if (sha256Of(bytes) !== sha256) throw this.corrupt(folder, `has a ${file} that does not match its checksum`);
        await writeFile(join(partial, file), bytes);
      }
      for (const file of FOR_PEOPLE) {
        const bytes = await this.read(folder, file);
        if (bytes !== undefined) await writeFile(join(partial, file), bytes);
      }
      await rename(partial, path).catch(async (error: unknown) => {
        // Another process was quicker.
        if (!(await exists(path))) throw error;
      });
      return true;
    } finally {
      await rm(partial, { recursive: true, force: true });
    }
  }

  private corrupt(folder: string, what: string): ModelFolderError {
    const where = `s3://${this.place.bucket}/${this.place.prefix}${folder}`;
    return new ModelFolderError(
      'MODEL_FILE_CORRUPT',
      folder,
      `${where} ${what}. Delete it there and publish the model anew.`,
    );
  }

  private async write(folder: string, file: string, bytes: Buffer): Promise<void> {
    const { bucket, prefix } = this.place;
    await this.ask(`store ${folder}/${file}`, () =>
      this.client.send(new PutObjectCommand({ Bucket: bucket, Key: `${prefix}${folder}/${file}`, Body: bytes })),
    );
  }

  private read(folder: string, file: string): Promise<Buffer | undefined> {
    const { bucket, prefix } = this.place;
    return this.ask(`read ${folder}/${file}`, async () => {
      try {
        const { Body } = await this.client.send(
          new GetObjectCommand({ Bucket: bucket, Key: `${prefix}${folder}/${file}` }),
        );
        return Buffer.from(await Body!.transformToByteArray());
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    });
  }

  private async ask<T>(what: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const { bucket, endpoint } = this.place;
      const reason = error instanceof Error ? `${error.name}: ${error.message || 'no reason given'}` : String(error);
      throw new ModelBucketError(
        `The bucket ${bucket}${endpoint === undefined ? '' : ` at ${endpoint}`} did not ${what} (${reason}). Check MODELS_S3_BUCKET, its keys and whether the store runs.`,
        { cause: error },
      );
    }
  }
}

/** Neither climbs out of a folder nor is hidden. */
const isPlainName = (name: string): boolean => name !== '' && basename(name) === name && !/^\.|[\\/\0]/.test(name);

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
