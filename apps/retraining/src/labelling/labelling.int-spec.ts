import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { DataSetDetail, LabelsTaken, LabelTaskList, SampleList } from '@shelfwatch/contracts';
import type { LabelTaskEntity } from '@shelfwatch/persistence';
import { FolderPictureStore, parsePictureId } from '@shelfwatch/pictures';
import { blockPicture } from '../testing/make-zip.js';
import { type RetrainingHarness, startRetraining } from '../testing/retraining-harness.js';

const TEA = '08904000210037';
const JAM = '07300011000017';

describe('labelling crops of the shop', () => {
  let service: RetrainingHarness;
  let pictures: FolderPictureStore;
  let seed = 0;

  beforeAll(async () => {
    service = await startRetraining();
    pictures = new FolderPictureStore(join(service.folder, 'pictures'));
    const product = { category: 'Drinks', priceCents: 250, casePack: 6, supplierId: 's' };
    await service.database.transaction((unit) =>
      unit.shopDefinitions.replace(
        {
          store: { storeId: 'corner', name: 'Corner' },
          suppliers: [{ supplierId: 's', name: 'S', leadTimeDays: 1 }],
          products: [{ ...product, gtin: TEA, name: 'Grüner Tee' }],
          ...{ fixtures: [], slots: [], cameras: [], stock: [] },
        },
        new Date(),
      ),
    );
  });
  afterAll(() => service.stop());

  /** What ingestion writes. */
  async function queue(changes: Partial<LabelTaskEntity> = {}): Promise<LabelTaskEntity> {
    const task: LabelTaskEntity = {
      ...{ taskId: randomUUID(), state: 'waiting', reason: 'low-confidence', score: 0.3, storeId: 'corner' },
      ...{ cameraId: 'cam-1', slotId: 'corner-1', facing: 1, modelVersion: 'm-1' },
      pictureId: await pictures.put(await blockPicture((seed += 1)), 'image/png'),
      ...{ capturedAt: new Date('2026-05-04T22:30:00Z'), createdAt: new Date() },
      ...{ expectedLabel: TEA, predictedLabel: 'empty', predictedProbability: 0.4 },
      ...{ label: null, labelledBy: null, labelledAt: null, ...changes },
    };
    await service.database.unit.labelTasks.add([task]);
    return task;
  }
  const list = (query: string) => service.get<LabelTaskList>(`/v1/labelling/tasks?${query}`);
  const answer = (answers: { taskId: string; label: string | null }[], more: object = {}) =>
    service.post('/v1/labelling/answers', { answers, ...more });

  it('When crops wait, then the most instructive come first, with their pictures and what was expected and seen', async () => {
    const storeId = 'listed';
    const doubt = await queue({ storeId });
    const rejected = await queue({ storeId, reason: 'rejected-event', score: 1, predictedLabel: null });
    await queue({ storeId: 'elsewhere' });
    const { tasks, waiting } = await list(`storeId=${storeId}`);
    expect(tasks.map(({ taskId }) => taskId)).toEqual([rejected.taskId, doubt.taskId]);
    expect(waiting).toBe(2);
    expect(tasks[0]).toMatchObject({ reason: 'rejected-event', predicted: null });
    expect(tasks[1]).toMatchObject({
      expected: { label: TEA, name: 'Grüner Tee' },
      predicted: { label: 'empty', name: 'nothing there', probability: 0.4 },
      ...{ state: 'waiting', cameraId: 'cam-1', slotId: 'corner-1', facing: 1, label: null, labelledBy: null },
    });
    const picture = await fetch(`${service.url}${tasks[1]!.pictureUrl}`);
    const stored = await pictures.get(parsePictureId(doubt.pictureId)!);
    expect(Buffer.from(await picture.arrayBuffer())).toEqual(stored!.bytes);
    expect(await list(`storeId=${storeId}&reason=low-confidence&limit=1`)).toMatchObject({
      ...{ waiting: 1, tasks: [{ taskId: doubt.taskId }] },
    });
  });

  it('When crops are labelled or skipped, then labelled ones become samples of the shop, grouped by camera and day', async () => {
    const [tea, gap, skipped] = [await queue(), await queue(), await queue()];
    const taken = await answer([
      { taskId: tea.taskId, label: TEA },
      { taskId: gap.taskId, label: 'empty' },
      { taskId: skipped.taskId, label: null },
    ]);
    expect(taken.status).toBe(200);
    expect(await taken.json()).toEqual({
      dataSet: 'shop',
      labelled: 2,
      skipped: 1,
      unchanged: 0,
    } satisfies LabelsTaken);
    const { samples } = await service.get<SampleList>('/v1/data-sets/shop/samples');
    expect(samples).toHaveLength(2);
    expect(samples.find(({ label }) => label === TEA)).toMatchObject({
      ...{ name: 'Grüner Tee', source: 'shop', group: 'cam-1/2026-05-04', cameraId: 'cam-1', golden: false },
      ...{ capturedAt: '2026-05-04T22:30:00.000Z', addedBy: 'anybody' },
    });
    expect(await list('state=labelled')).toMatchObject({
      tasks: expect.arrayContaining([
        expect.objectContaining({ taskId: tea.taskId, label: TEA, labelledBy: 'anybody' }),
      ]),
    });
    expect((await list('state=skipped')).tasks.map(({ taskId }) => taskId)).toEqual([skipped.taskId]);
    const { classList } = await service.get<DataSetDetail>('/v1/data-sets/shop');
    expect(classList.map(({ label }) => label).sort()).toEqual([TEA, 'empty']);
  });

  it('When the same answer comes again, then nothing changes; when another one comes, then it is refused', async () => {
    const { taskId } = await queue();
    const first = await answer([{ taskId, label: JAM }], { dataSet: 'again' });
    expect(await first.json()).toMatchObject({ labelled: 1, unchanged: 0 });
    const second = await answer([{ taskId, label: JAM }], { dataSet: 'again' });
    expect([second.status, await second.json()]).toMatchObject([200, { labelled: 0, unchanged: 1 }]);
    const third = await answer([{ taskId, label: TEA }], { dataSet: 'again' });
    expect([third.status, await third.json()]).toMatchObject([409, { code: 'TASK_ANSWERED' }]);
    expect((await service.get<SampleList>('/v1/data-sets/again/samples')).total).toBe(1);
  });

  it('When two people answer the same crops at once and differ, then one of them is taken wholly', async () => {
    const tasks = [await queue(), await queue()];
    const ids = tasks.map(({ taskId }) => taskId);
    const all = await Promise.all([
      answer(
        ids.map((taskId) => ({ taskId, label: TEA })),
        { dataSet: 'race' },
      ),
      answer(
        ids.reverse().map((taskId) => ({ taskId, label: JAM })),
        { dataSet: 'race' },
      ),
    ]);
    expect(all.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { samples } = await service.get<SampleList>('/v1/data-sets/race/samples');
    expect(new Set(samples.map(({ label }) => label)).size).toBe(1);
  });

  it.each([
    ['is unknown', 404, async () => randomUUID()],
    ['is no id', 400, async () => 'nonsense'],
    ['has lost its picture', 410, async () => (await queue({ pictureId: `${'0'.repeat(64)}.png` })).taskId],
  ])('When one of the crops %s, then nothing of the answer is taken', async (_what, status, other) => {
    const { taskId } = await queue({ storeId: 'kept' });
    const before = await list('storeId=kept');
    const refused = await answer([
      { taskId, label: TEA },
      { taskId: await other(), label: TEA },
    ]);
    expect(refused.status).toBe(status);
    expect(await list('storeId=kept')).toEqual(before);
  });

  it('When a crop is answered twice in one go, or with a label that is none, then the answer is refused', async () => {
    const { taskId } = await queue();
    const twice = await answer([
      { taskId, label: TEA },
      { taskId, label: JAM },
    ]);
    expect(twice.status).toBe(422);
    expect((await answer([{ taskId, label: 'Tee' }])).status).toBe(400);
  });

  it('When a stranger asks, then nothing is shown or taken', async () => {
    const guarded = await startRetraining({ RETRAINING_TOKEN: 'a token of the service' });
    try {
      expect((await fetch(`${guarded.url}/v1/labelling/tasks`)).status).toBe(401);
      expect((await guarded.post('/v1/labelling/answers', { answers: [] })).status).toBe(401);
    } finally {
      await guarded.stop();
    }
  });
});
