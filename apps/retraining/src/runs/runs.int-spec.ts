import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataSetVersion, RegisteredModelDetail, RunBody, RunEstimate, RunList } from '@shelfwatch/contracts';
import { type RetrainingHarness, startRetraining } from '../testing/retraining-harness.js';
import { runUntil, teach, tinyRun } from '../testing/teach.js';

describe('training runs', () => {
  let service: RetrainingHarness;
  let dataSet: DataSetVersion;

  beforeAll(async () => {
    service = await startRetraining();
    dataSet = await teach(service, 'colours', { red: 20, green: 20, blue: 20 });
  });
  afterAll(() => service.stop());

  const begin = async (): Promise<RunBody> => {
    const answer = await service.post('/v1/runs', tinyRun(dataSet.versionId));
    expect(answer.status).toBe(202);
    return (await answer.json()) as RunBody;
  };
  const hasTrained = ({ epochs, state }: { epochs: unknown[]; state: string }) =>
    epochs.length > 0 || state !== 'running';

  it('When a run is estimated, then it says what it will cost and nothing is trained', async () => {
    const estimate = (await (
      await service.post('/v1/runs/estimate', tinyRun(dataSet.versionId))
    ).json()) as RunEstimate;
    expect(estimate).toMatchObject({
      classes: 3,
      backend: 'wasm',
      basis: 'typical',
      text: expect.stringMatching(/^About /),
    });
    expect(estimate.trainPictures).toBe(dataSet.counts.train);
    expect((await service.get<RunList>('/v1/runs')).runs).toEqual([]);
  });

  it('When a run is started, then it trains in its own process, tells how far it is and leaves a candidate with its lineage', async () => {
    const { runId } = await begin();
    expect((await service.post('/v1/runs', tinyRun(dataSet.versionId))).status).toBe(409);
    const half = await runUntil(service, runId, ({ progress, state }) => state !== 'running' || progress !== null);
    expect(half.progress).toMatchObject({ stage: expect.any(String), done: expect.any(Number) });
    const run = await runUntil(service, runId);
    expect(run).toMatchObject({ state: 'succeeded', backend: 'wasm', failure: null, startedBy: 'anybody' });
    expect(run.epochs.map(({ epoch }) => epoch)).toEqual([1, 2, 3]);
    expect(run.epochs.every(({ loss, top1 }) => Number.isFinite(loss) && top1 >= 0 && top1 <= 1)).toBe(true);
    const model = await service.get<RegisteredModelDetail>(`/v1/registry/${run.modelVersion}`);
    expect(model).toMatchObject({
      ...{ state: 'candidate', classes: 3, createdBy: 'anybody' },
      lineage: { dataSetVersionId: dataSet.versionId, runId, parentVersion: null },
      history: [{ state: 'candidate', by: 'anybody', reason: expect.stringContaining(runId) }],
    });
    expect(model.lineage.codeVersion).toMatch(/^\d+\.\d+\.\d+/);
    expect(model.evaluation?.classes).toHaveLength(3);
    expect(model.evaluation?.items).toBe(dataSet.counts.test);
  });

  it('When a run is paused, then it goes on when it is resumed; when it is cancelled, likewise', async () => {
    const { runId } = await begin();
    await runUntil(service, runId, hasTrained);
    expect(await (await service.post(`/v1/runs/${runId}/pause`)).json()).toMatchObject({ state: 'paused' });
    expect((await service.post(`/v1/runs/${runId}/cancel`)).status).toBe(409);
    expect((await service.post(`/v1/runs/${runId}/resume`)).status).toBe(202);
    expect(await (await service.post(`/v1/runs/${runId}/cancel`)).json()).toMatchObject({ state: 'cancelled' });
    expect((await service.post(`/v1/runs/${runId}/resume`)).status).toBe(202);
    expect(await runUntil(service, runId)).toMatchObject({ state: 'succeeded' });
  });

  it('When the service ends while a run goes on, then the run is interrupted; after a kill as well; and it can go on', async () => {
    const { runId } = await begin();
    await runUntil(service, runId, hasTrained);
    await service.restart();
    expect(await service.get<RunBody>(`/v1/runs/${runId}`)).toMatchObject({ state: 'interrupted' });

    const record = join(service.folder, 'retraining', 'runs', runId, 'run.json');
    await writeFile(record, (await readFile(record, 'utf8')).replace('"interrupted"', '"running"'));
    await service.restart();
    expect(await service.get<RunBody>(`/v1/runs/${runId}`)).toMatchObject({ state: 'interrupted' });
    expect((await service.post(`/v1/runs/${runId}/resume`)).status).toBe(202);
    const run = await runUntil(service, runId);
    expect(run.state).toBe('succeeded');
    expect(run.epochs.map(({ epoch }) => epoch)).toEqual([1, 2, 3]);
  });

  it('When something that a run names is not there or does not fit, then nothing starts and the answer says what', async () => {
    const refused = async (more: object) => {
      const answer = await service.post('/v1/runs', { ...tinyRun(dataSet.versionId), ...more });
      return [answer.status, ((await answer.json()) as { code: string }).code];
    };
    const nowhere = '00000000-0000-4000-8000-000000000000';
    expect(await refused({ dataSetVersionId: nowhere })).toEqual([422, 'DATA_SET_UNKNOWN']);
    expect(await refused({ start: 'live' })).toEqual([422, 'ARCHITECTURE_DIFFERS']);
    expect(await refused({ start: '../../etc' })).toEqual([422, 'START_UNKNOWN']);
    expect(await refused({ name: '../x' })).toEqual([400, expect.any(String)]);
    expect(await refused({ options: { labelSmoothing: 2 } })).toEqual([400, expect.any(String)]);
    expect((await fetch(`${service.url}/v1/runs/none`)).status).toBe(404);
  });
});
