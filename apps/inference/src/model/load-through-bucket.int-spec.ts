import { rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import type { ServingState } from '@shelfwatch/contracts';
import { parseConfig } from '@shelfwatch/platform';
import { ModelBucket } from '@shelfwatch/vision/model-bucket';
import { readModelMetadata, writeModelFolder } from '@shelfwatch/vision/serving';
import { type S3Store, startS3Store, temporaryFolder, untrainedModel } from '@shelfwatch/vision/testing';
import { AppModule } from '../app.module.js';
import { inferenceSettings } from '../inference.config.js';

describe('serving models of an S3-compatible store', () => {
  let store: S3Store;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let app: NestExpressApplication;
  /** Of a model that is only in the store. */
  let version: string;
  let modelsDir: string;

  const start = async (): Promise<void> => {
    const settings = parseConfig(inferenceSettings, {
      ...{ MODEL_DIR: join(folder.path, 'first'), MODELS_DIR: modelsDir, ...store.env },
      ...{ INFERENCE_STATE_DIR: join(folder.path, 'state'), LOG_LEVEL: 'silent' },
    });
    const module = await Test.createTestingModule({ imports: [AppModule.forRoot(settings)] }).compile();
    app = module.createNestApplication<NestExpressApplication>({ logger: false });
    await app.listen(0, '127.0.0.1');
  };
  const urlOf = (): string => `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}/v1/serving`;
  const state = async () => (await (await fetch(urlOf())).json()) as ServingState;
  const serve = (live: string): Promise<Response> =>
    fetch(urlOf(), {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ live: { folder: live }, shadow: null }),
    });

  beforeAll(async () => {
    store = await startS3Store();
    folder = await temporaryFolder();
    modelsDir = join(folder.path, 'models');
    await writeModelFolder(join(folder.path, 'first'), untrainedModel({ seed: 1 }));
    const source = join(folder.path, 'second');
    await writeModelFolder(source, untrainedModel({ seed: 2 }));
    ({ version } = await readModelMetadata(source));
    await new ModelBucket(store.place).publish(version, source);
    await start();
  });
  afterAll(async () => {
    await app.close();
    await store.stop();
    await folder.remove();
  });

  it('When a model is asked for that is only in the store, then it is fetched and served', async () => {
    const answer = await serve(version);
    expect([answer.status, await answer.json()]).toMatchObject([200, { live: { version, folder: version } }]);
    expect((await readModelMetadata(join(modelsDir, version))).version).toBe(version);
  });

  it('When the service starts again on an empty disk, then it fetches what it served', async () => {
    await app.close();
    await rm(modelsDir, { recursive: true });
    await start();
    expect(await state()).toMatchObject({ live: { version } });
  });

  it('When the store has no such model, then the one that is served stays', async () => {
    const answer = await serve('nowhere');
    expect([answer.status, await answer.json()]).toMatchObject([422, { code: 'MODEL_FILE_MISSING' }]);
    expect(await state()).toMatchObject({ live: { version } });
  });

  it('When the store does not answer, then another try is worth it, and what is served stays', async () => {
    await store.stop();
    const answer = await serve('elsewhere');
    expect([answer.status, await answer.json()]).toMatchObject([503, { code: 'MODEL_BUCKET_UNAVAILABLE' }]);
    expect(await state()).toMatchObject({ live: { version } });
  });
});
