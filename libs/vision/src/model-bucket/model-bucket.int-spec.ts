import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { ONNX_FILE } from '../model-folder/model-metadata.js';
import { readListedFile, readModelMetadata } from '../model-folder/read-model-folder.js';
import { writeModelFolder } from '../model-folder/write-model-folder.js';
import { type S3Store, startS3Store } from '../testing/s3-store.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { untrainedModel } from '../testing/untrained-model.js';
import { ModelBucket } from './model-bucket.js';

describe('models in an S3-compatible store', () => {
  let store: S3Store;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let bucket: ModelBucket;
  let client: S3Client;
  /** Of the model that each test publishes. */
  let version: string;
  let source: string;
  let root: string;

  beforeAll(async () => {
    store = await startS3Store();
    folder = await temporaryFolder();
    bucket = new ModelBucket(store.place);
    client = new S3Client({ ...store.place, forcePathStyle: true, requestChecksumCalculation: 'WHEN_REQUIRED' });
    source = join(folder.path, 'source');
    await writeModelFolder(source, untrainedModel());
    await writeFile(join(source, 'README.md'), 'for people');
    ({ version } = await readModelMetadata(source));
  });
  afterAll(async () => {
    client.destroy();
    await store.stop();
    await folder.remove();
  });
  beforeEach(async () => {
    root = join(folder.path, 'root');
    await rm(root, { recursive: true, force: true });
    await mkdir(root);
    await bucket.publish(version, source);
  });

  const put = (key: string, Body: string | Buffer) =>
    client.send(new PutObjectCommand({ Bucket: store.place.bucket, Key: `models/${key}`, Body }));
  const remove = (key: string) =>
    client.send(new DeleteObjectCommand({ Bucket: store.place.bucket, Key: `models/${key}` }));

  it('When a model is published, then another machine finds it, fetches it whole, and keeps what it has', async () => {
    expect(await bucket.folders()).toEqual([version]);
    expect(await new ModelBucket(store.place).fetch(version, root)).toBe(true);
    const metadata = await readModelMetadata(join(root, version));
    expect(metadata).toEqual(await readModelMetadata(source));
    for (const file of Object.keys(metadata.files))
      expect((await readListedFile(join(root, version), metadata, file)).length).toBe(metadata.files[file]!.bytes);
    expect(await readFile(join(root, version, 'README.md'), 'utf8')).toBe('for people');
    await writeFile(join(root, version, 'README.md'), 'mine');
    expect(await bucket.fetch(version, root)).toBe(true);
    expect(await readFile(join(root, version, 'README.md'), 'utf8')).toBe('mine');
  });

  it.each([
    ['is corrupt', () => put(`${version}/${ONNX_FILE}`, 'no network'), 'does not match its checksum'],
    ['is missing', () => remove(`${version}/${ONNX_FILE}`), `has no ${ONNX_FILE}`],
  ])('When a file in the bucket %s, then it is refused, and nothing is left here', async (_what, spoil, words) => {
    await spoil();
    await expect(bucket.fetch(version, root)).rejects.toMatchObject({
      code: 'MODEL_FILE_CORRUPT',
      message: expect.stringContaining(words) as string,
    });
    expect(await readdir(root)).toEqual([]);
    await put(`${version}/${ONNX_FILE}`, await readFile(join(source, ONNX_FILE)));
  });

  it('When a folder holds another version, a file outside of it, or no description, then it is refused', async () => {
    const text = await readFile(join(source, 'metadata.json'), 'utf8');
    await put('another/metadata.json', text);
    await expect(bucket.fetch('another', root)).rejects.toThrow(`holds version ${version}`);
    const { files, ...rest } = JSON.parse(text) as { files: object };
    const climbing = {
      ...rest,
      version: 'climbing',
      files: { ...files, '../../stray': Object.values(files)[0] as object },
    };
    await put('climbing/metadata.json', JSON.stringify(climbing));
    await expect(bucket.fetch('climbing', root)).rejects.toThrow('../../stray');
    await put('no-model/metadata.json', '{}');
    await expect(bucket.fetch('no-model', root)).rejects.toMatchObject({ code: 'MODEL_METADATA_INVALID' });
    expect(await readdir(root)).toEqual([]);
    for (const it of ['another', 'climbing', 'no-model']) await remove(`${it}/metadata.json`);
  });

  it('When an upload was cut short, then the folder does not count, and publishing completes it', async () => {
    await remove(`${version}/metadata.json`);
    expect(await bucket.folders()).toEqual([]);
    expect(await bucket.fetch(version, root)).toBe(false);
    await bucket.publish(version, source);
    expect(await bucket.fetch(version, root)).toBe(true);
  });

  it('When a file here is corrupt, then it is not published', async () => {
    const broken = join(root, 'broken');
    await bucket.fetch(version, root);
    await rm(broken, { recursive: true, force: true });
    await mkdir(broken);
    for (const file of await readdir(join(root, version)))
      await writeFile(join(broken, file), await readFile(join(root, version, file)));
    await writeFile(join(broken, ONNX_FILE), 'no network');
    await expect(bucket.publish('broken', broken)).rejects.toMatchObject({ code: 'MODEL_FILE_CORRUPT' });
    expect(await bucket.folders()).toEqual([version]);
  });

  it.each([
    ['does not answer', { endpoint: 'http://127.0.0.1:9' }],
    ['refuses the keys', { credentials: { accessKeyId: 'NOBODY', secretAccessKey: 'wrong' } }],
    ['has no such bucket', { bucket: 'elsewhere' }],
  ])('When the store %s, then the error says which and what to check', async (_what, changes) => {
    const wrong = new ModelBucket({ ...store.place, ...changes });
    for (const ask of [() => wrong.folders(), () => wrong.fetch(version, root), () => wrong.publish(version, source)])
      await expect(ask()).rejects.toMatchObject({
        ...{ code: 'MODEL_BUCKET_UNAVAILABLE', retriable: true },
        message: expect.stringContaining('MODELS_S3_BUCKET') as string,
      });
  });
});
