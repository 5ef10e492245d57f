import { Test } from '@nestjs/testing';
import { startTestDatabase, type TestDatabase } from '@shelfwatch/testing';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { ModelList, RunBody, RunDetail, RunList, StartRunInput } from '@shelfwatch/contracts';
import { parseConfig } from '@shelfwatch/platform';
import { readModelMetadata } from '@shelfwatch/vision/serving';
import { temporaryFolder, untrainedModel } from '@shelfwatch/vision/testing';
import { writeModelFolder } from '@shelfwatch/vision/serving';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppModule } from './app.module.js';
import { retrainingSettings } from './retraining.config.js';
import { writeStripedDataSet } from './testing/striped-data-set.js';

const tinyRun: StartRunInput = {
  ...{ name: 'tiny', dataSet: 'stripes', strategy: 'fine-tuning', backend: 'wasm', batchSize: 4, headEpochs: 1 },
  architecture: { width: 0.35, inputSize: 32 },
};

describe('the retraining service', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let testDatabase: TestDatabase;
  let app: NestExpressApplication;
  let url: string;

  const start = async (env: Record<string, string> = {}): Promise<void> => {
    const settings = parseConfig(retrainingSettings, {
      ...{ MODELS_DIR: join(folder.path, 'models'), RUNS_DIR: join(folder.path, 'runs'), LOG_LEVEL: 'silent' },
      ...{ DATABASE_URL: testDatabase.url, PICTURES_DIR: join(folder.path, 'pictures') },
      ...{ INFERENCE_URL: 'http://127.0.0.1:9', ...env },
    });
    const module = await Test.createTestingModule({ imports: [AppModule.forRoot(settings)] }).compile();
    app = module.createNestApplication<NestExpressApplication>({ logger: false });
    await app.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  };
  const get = async <T>(path: string): Promise<T> => (await (await fetch(`${url}${path}`)).json()) as T;
  const post = (path: string, body: unknown = {}): Promise<Response> =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const begin = async (): Promise<RunBody> => {
    const response = await post('/v1/runs', tinyRun);
    expect(response.status).toBe(202);
    return (await response.json()) as RunBody;
  };
  const until = async (runId: string, isSo: (run: RunDetail) => boolean): Promise<RunDetail> => {
    for (;;) {
      const run = await get<RunDetail>(`/v1/runs/${runId}`);
      if (isSo(run)) return run;
      await sleep(50);
    }
  };
  const hasEnded = ({ state }: RunBody): boolean => state !== 'running';
  const hasTrained = ({ log }: RunDetail): boolean => log.some(({ text }) => text.includes('epoch 1'));

  beforeAll(async () => {
    folder = await temporaryFolder();
    testDatabase = await startTestDatabase();
    await writeStripedDataSet(join(folder.path, 'data-sets', 'stripes'));
    await writeModelFolder(join(folder.path, 'models', 'first'), untrainedModel());
    await mkdir(join(folder.path, 'models', 'broken'));
    await writeFile(join(folder.path, 'models', 'broken', 'metadata.json'), '{}');
  });
  afterAll(async () => {
    await testDatabase.drop();
    await folder.remove();
  });
  beforeEach(() => start());
  afterEach(() => app.close());

  it('When models are listed, then broken folders say why and nobody guesses what is live', async () => {
    const { models, unusable } = await get<ModelList>('/v1/models');
    expect(models).toMatchObject([{ folder: 'first', name: 'untrained', classes: 12, live: null }]);
    expect(unusable).toMatchObject([{ folder: 'broken', reason: expect.stringContaining('metadata.json') }]);
  });

  it('When inference serves a model, then that one is live', async () => {
    const { version } = await readModelMetadata(join(folder.path, 'models', 'first'));
    const inference = createServer((_request, response) => response.end(JSON.stringify({ versions: [version] })));
    await new Promise<void>((resolve) => void inference.listen(0, '127.0.0.1', resolve));
    await app.close();
    await start({ INFERENCE_URL: `http://127.0.0.1:${(inference.address() as AddressInfo).port}` });
    expect((await get<ModelList>('/v1/models')).models).toMatchObject([{ version, live: true }]);
    inference.closeAllConnections();
    inference.close();
  });

  it('When a run is started, then it trains in its own process, tells how far it is and leaves a model', async () => {
    const { runId } = await begin();
    expect((await post('/v1/runs', tinyRun)).status).toBe(409);
    const half = await until(runId, ({ progress, state }) => state !== 'running' || progress !== null);
    expect(half.progress).toMatchObject({ stage: expect.any(String), done: expect.any(Number) });
    const run = await until(runId, hasEnded);
    expect(run).toMatchObject({ state: 'succeeded', backend: 'wasm', failure: null });
    expect(run.metrics['top1']).toBeGreaterThanOrEqual(0);
    expect(run.log.map(({ text }) => text).join('\n')).toContain('epoch 3');
    const model = await readModelMetadata(join(folder.path, 'runs', runId, 'model'));
    expect(model).toMatchObject({ name: 'tiny', version: run.modelVersion });
  });

  it('When a run is cancelled, then it ends as cancelled and goes on when it is resumed', async () => {
    const { runId } = await begin();
    await until(runId, hasTrained);
    expect(await (await post(`/v1/runs/${runId}/cancel`)).json()).toMatchObject({ state: 'cancelled' });
    expect((await post(`/v1/runs/${runId}/cancel`)).status).toBe(409);
    expect((await post(`/v1/runs/${runId}/resume`)).status).toBe(202);
    expect(await until(runId, hasEnded)).toMatchObject({ state: 'succeeded' });
  });

  it('When the service ends while a run goes on, then the run is interrupted; after a kill as well', async () => {
    const { runId } = await begin();
    await until(runId, hasTrained);
    await app.close();
    await start();
    expect(await get<RunDetail>(`/v1/runs/${runId}`)).toMatchObject({ state: 'interrupted' });

    const record = join(folder.path, 'runs', runId, 'run.json');
    const asKilled = (await readFile(record, 'utf8')).replace('"interrupted"', '"running"');
    await app.close();
    await writeFile(record, asKilled);
    await start();
    const { runs } = await get<RunList>('/v1/runs');
    expect(runs.find((run) => run.runId === runId)).toMatchObject({ state: 'interrupted' });
  });

  it('When the data set is not there or its name climbs out of its folder, then nothing starts', async () => {
    expect((await post('/v1/runs', { ...tinyRun, dataSet: 'nowhere' })).status).toBe(422);
    expect((await post('/v1/runs', { ...tinyRun, dataSet: '../../etc' })).status).toBe(400);
    expect((await fetch(`${url}/v1/runs`, { method: 'POST', body: 'x' })).status).toBe(400);
    expect((await fetch(`${url}/v1/runs/none`)).status).toBe(404);
  });

  it('When there is a token, then nobody comes in without it, and the probes answer', async () => {
    await app.close();
    await start({ RETRAINING_TOKEN: 'a token of some length' });
    expect((await fetch(`${url}/v1/models`)).status).toBe(401);
    const headers = { authorization: 'Bearer a token of some length' };
    expect((await fetch(`${url}/v1/models`, { headers })).status).toBe(200);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  });
});
