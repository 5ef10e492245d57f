import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RegisteredModelList } from '@shelfwatch/contracts';
import { ModelBucket } from '@shelfwatch/vision/model-bucket';
import { readModelMetadata, writeModelFolder } from '@shelfwatch/vision/serving';
import { type S3Store, startS3Store, temporaryFolder, untrainedModel } from '@shelfwatch/vision/testing';
import { type RetrainingHarness, startRetraining } from '../testing/retraining-harness.js';
import { makeZip } from '../testing/make-zip.js';

describe('the registry with an S3-compatible store', () => {
  let store: S3Store;
  let bucket: ModelBucket;
  let here: RetrainingHarness;
  let work: Awaited<ReturnType<typeof temporaryFolder>>;

  beforeAll(async () => {
    store = await startS3Store();
    bucket = new ModelBucket(store.place);
    work = await temporaryFolder();
    here = await startRetraining(store.env);
  });
  afterAll(async () => {
    await here.stop();
    await store.stop();
    await work.remove();
  });

  async function modelFolder(seed: number): Promise<string> {
    const path = join(work.path, `model-${seed}`);
    await writeModelFolder(path, untrainedModel({ seed }));
    return path;
  }
  async function zipOf(path: string): Promise<Buffer> {
    const { files } = await readModelMetadata(path);
    const zip: Record<string, Buffer> = {};
    for (const file of [...Object.keys(files), 'metadata.json']) zip[file] = await readFile(join(path, file));
    return makeZip(zip);
  }
  const versionsOf = async (service: RetrainingHarness) =>
    (await service.get<RegisteredModelList>('/v1/registry')).models.map(({ version }) => version).sort();

  it('When the service starts, then the model that the platform came with is in the store', async () => {
    expect(await bucket.folders()).toEqual(await versionsOf(here));
    expect(await bucket.folders()).toHaveLength(1);
  });

  it('When the store is away, then the service starts and knows what it has, and says why no model can come in', async () => {
    const alone = await startRetraining({ ...store.env, MODELS_S3_ENDPOINT: 'http://127.0.0.1:9' });
    try {
      expect(await versionsOf(alone)).toEqual(await bucket.folders());
      const answer = await alone.upload('/v1/registry', await zipOf(await modelFolder(5)));
      expect([answer.status, await answer.json()]).toMatchObject([503, { code: 'MODEL_BUCKET_UNAVAILABLE' }]);
    } finally {
      await alone.stop();
    }
  });

  it('When a model comes in, then it is in the store, and a service on another machine knows it', async () => {
    const source = await modelFolder(1);
    const { version } = await readModelMetadata(source);
    expect((await here.upload('/v1/registry', await zipOf(source))).status).toBe(201);
    expect(await bucket.folders()).toContain(version);
    const elsewhere = await startRetraining(store.env);
    try {
      expect(await versionsOf(elsewhere)).toEqual(await versionsOf(here));
      const path = join(elsewhere.folder, 'models', version);
      expect(await readModelMetadata(path)).toEqual(await readModelMetadata(source));
    } finally {
      await elsewhere.stop();
    }
  });
});
