import { createHash } from 'node:crypto';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  DataSetVersion,
  GateReport,
  LiveHistory,
  RegisteredModelDetail,
  RegisteredModelList,
  ServingState,
} from '@shelfwatch/contracts';
import { readModelMetadata, writeModelFolder } from '@shelfwatch/vision/serving';
import { untrainedModel } from '@shelfwatch/vision/testing';
import { type InferenceProcess, inferenceProcess } from '../testing/inference-process.js';
import { makeZip } from '../testing/make-zip.js';
import { type RetrainingHarness, startRetraining, until } from '../testing/retraining-harness.js';
import { runUntil, teach, tinyRun } from '../testing/teach.js';

const shipped = join(import.meta.dirname, '..', '..', '..', '..', 'libs', 'vision', 'models', 'demo-shop');

describe('the registry', () => {
  let service: RetrainingHarness;
  let inference: InferenceProcess;
  let dataSet: DataSetVersion;
  let first: string;
  /** Trained, and not at all, on the same pictures. */
  let good: string;
  let poor: string;

  /** Only the classifier learns, on the shipped model's own layers. */
  const train = async (headEpochs: number, seed: number): Promise<string> => {
    const request = tinyRun(dataSet.versionId, {
      ...{ seed, start: first, strategy: 'feature-extraction', architecture: { width: 1, inputSize: 96 } },
      options: { headEpochs },
    });
    const { runId } = (await (await service.post('/v1/runs', request)).json()) as { runId: string };
    const run = await runUntil(service, runId);
    expect(run).toMatchObject({ state: 'succeeded' });
    return run.modelVersion!;
  };
  const promote = (version: string, body: object) => service.post(`/v1/registry/${version}/promotion`, body);
  const serving = async () => (await (await fetch(`${inference.url}/v1/serving`)).json()) as ServingState;
  const stateOf = async (version: string) =>
    (await service.get<RegisteredModelDetail>(`/v1/registry/${version}`)).state;
  const override = { reason: 'the first model knows other products' };

  beforeAll(async () => {
    service = await startRetraining(async (folder) => {
      first = (await readModelMetadata(shipped)).version;
      inference = await inferenceProcess({
        ...{ MODEL_DIR: shipped, MODELS_DIR: join(folder, 'models'), INFERENCE_STATE_DIR: join(folder, 'state') },
      });
      await inference.start();
      return { INFERENCE_URL: inference.url };
    });
    dataSet = await teach(service, 'colours', { red: 30, green: 30, blue: 30 }, { golden: 3 });
    good = await train(60, 1);
    poor = await train(0, 2);
  });
  afterAll(async () => {
    await service?.stop();
    await inference?.stop();
  });

  it('When nothing was promoted yet, then the model that the platform came with is live', async () => {
    const { models, inferenceAnswers } = await service.get<RegisteredModelList>('/v1/registry');
    expect(inferenceAnswers).toBe(true);
    expect(models.find(({ version }) => version === first)).toMatchObject({ state: 'live', createdBy: 'service' });
    expect((await serving()).live.version).toBe(first);
  });

  it('When the gate does not pass, then the reasons are told and nothing changes; an override says why and is kept', async () => {
    const refused = await promote(good, { to: 'live' });
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ code: 'GATE_FAILED', detail: expect.stringContaining('No class') });
    expect((await promote(good, { to: 'live', override: { reason: 'short' } })).status).toBe(400);
    expect((await serving()).live.version).toBe(first);

    expect((await promote(good, { to: 'live', override })).status).toBe(200);
    expect((await serving()).live.version).toBe(good);
    expect(await stateOf(first)).toBe('retired');
    const { history } = await service.get<RegisteredModelDetail>(`/v1/registry/${good}`);
    expect(history.at(-1)).toMatchObject({ state: 'live', to: null, reason: expect.stringContaining(override.reason) });
  });

  it('When a model is worse on the same pictures, then the gate names what it loses; the better one passes against it', async () => {
    const worse = await service.get<GateReport>(`/v1/registry/${poor}/gate`);
    expect(worse).toMatchObject({ passed: false, against: good });
    expect(worse.figures!.before.items).toBe(dataSet.counts.test);
    expect(worse.figures!.before.top1).toBeGreaterThan(worse.figures!.after.top1);
    expect(worse.checks.find(({ check }) => check === 'class-recall')).toMatchObject({ passed: false });
    const better = await service.get<GateReport>(`/v1/registry/${good}/gate?against=${poor}`);
    expect(better.figures).toEqual({ before: worse.figures!.after, after: worse.figures!.before });
    expect(better.checks.find(({ check }) => check === 'golden-set')).toMatchObject({ passed: true });
  });

  it('When a model becomes the shadow, then inference asks it too, and what is live stays', async () => {
    expect((await promote(poor, { to: 'shadow' })).status).toBe(200);
    expect(await serving()).toMatchObject({ live: { version: good }, shadow: { version: poor } });
    expect(await service.get(`/v1/registry/shadow`)).toMatchObject({ version: poor, against: good });
    expect((await promote(poor, { to: 'shadow' })).status).toBe(409);
  });

  it('When inference starts anew without its memory, then it serves what the registry says', async () => {
    await inference.stop();
    await rm(join(service.folder, 'state'), { recursive: true });
    const down = await promote(poor, { to: 'live', override });
    expect(down.status).toBe(503);
    expect(await stateOf(poor)).toBe('shadow');
    await inference.start();
    expect((await serving()).live.version).toBe(first);
    await service.restart();
    await until(serving, ({ live, shadow }) => live.version === good && shadow?.version === poor);
  });

  it('When somebody rolls back, then what was live before is live again, and the history tells all', async () => {
    const rolledBack = await service.post('/v1/registry/rollback', { reason: 'too many false alarms' });
    expect(rolledBack.status).toBe(200);
    expect(await serving()).toMatchObject({ live: { version: first }, shadow: null });
    // It looks at other pixels than the model that is live again.
    expect(await stateOf(poor)).toBe('candidate');
    const { live } = await service.get<LiveHistory>('/v1/registry/live-history');
    expect(live.map(({ version }) => version)).toEqual([first, good, first]);
    expect(live.map(({ to }, index) => to === (live[index + 1]?.from ?? null))).toEqual([true, true, true]);
  });

  it('When a model file is damaged on disk, then it cannot go live and the former one goes on answering', async () => {
    const path = join(service.folder, 'models', good, 'model.onnx');
    const bytes = await readFile(path);
    await writeFile(path, bytes.subarray(0, bytes.length - 100));
    const refused = await promote(good, { to: 'live', override });
    expect(refused.status).toBe(422);
    expect(((await refused.json()) as { detail: string }).detail).toContain('model.onnx');
    expect((await serving()).live.version).toBe(first);
    await writeFile(path, bytes);
  });

  it('When a model folder comes as a ZIP, then it is a candidate; a corrupt or foreign one is refused with the reason', async () => {
    const folder = join(service.folder, 'elsewhere');
    await cp(join(service.folder, 'models', good), folder, { recursive: true });
    const names = await readdir(folder);
    const files = Object.fromEntries(
      await Promise.all(names.map(async (name) => [`model/${name}`, await readFile(join(folder, name))] as const)),
    );
    const upload = async (content: Record<string, Buffer | string>) =>
      service.upload('/v1/registry', await makeZip(content));
    const model = await writeModelFolder(join(service.folder, 'made-elsewhere'), {
      ...untrainedModel(),
      name: 'other',
    });
    const other = Object.fromEntries(
      await Promise.all(
        (await readdir(join(service.folder, 'made-elsewhere'))).map(
          async (name) => [name, await readFile(join(service.folder, 'made-elsewhere', name))] as const,
        ),
      ),
    );
    expect(await (await upload(other)).json()).toMatchObject({ version: model.version, state: 'candidate' });
    const onnx = files['model/model.onnx']!;
    const corrupt = await upload({ ...files, 'model/model.onnx': onnx.subarray(0, 1_000) });
    expect([corrupt.status, await corrupt.json()]).toMatchObject([422, { code: 'MODEL_FILE_CORRUPT' }]);
    const foreign = await upload({ 'notes.txt': 'hello' });
    expect([foreign.status, await foreign.json()]).toMatchObject([422, { code: 'MODEL_FILE_MISSING' }]);
    const garbage = await service.upload('/v1/registry', Buffer.from('this is no ZIP'));
    expect([garbage.status, await garbage.json()]).toMatchObject([422, { code: 'MODEL_ZIP_REFUSED' }]);
  });

  it('When a file of a model is fetched, then it is the one that the metadata describes; other paths are not found', async () => {
    const { files } = await readModelMetadata(join(service.folder, 'models', good));
    const answer = await fetch(`${service.url}/v1/registry/${good}/files/model.onnx`);
    const digest = createHash('sha256')
      .update(Buffer.from(await answer.arrayBuffer()))
      .digest('hex');
    expect(digest).toBe(files['model.onnx']!.sha256);
    expect((await fetch(`${service.url}/v1/registry/${good}/files/..%2F..%2Frun.json`)).status).toBe(404);
    expect((await fetch(`${service.url}/v1/registry/none/files/model.onnx`)).status).toBe(404);
  });
});
