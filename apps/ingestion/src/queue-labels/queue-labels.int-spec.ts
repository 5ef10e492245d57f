import { parsePictureId, PictureStore } from '@shelfwatch/pictures';
import sharp from 'sharp';
import { SweepPicturesService } from '../sweep-pictures/sweep-pictures.service.js';
import { type ColourClassifier, startColourClassifier } from '../testing/colour-classifier.js';
import { type Colour, drawShelf, GTINS } from '../testing/colour-shelf.js';
import { colourShop } from '../testing/colour-shop.js';
import { type IngestionHarness, startIngestion, until } from '../testing/ingestion-harness.js';

const EIGHT = Date.parse('2026-05-04T08:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('queueing crops for labels', () => {
  let classifier: ColourClassifier;
  let ingestion: IngestionHarness;
  let shops = 0;
  let noise = 0;

  beforeAll(async () => {
    classifier = await startColourClassifier();
    ingestion = await startIngestion({ INFERENCE_URL: classifier.url, LABEL_TASKS_PER_DAY: '3' });
  });
  afterEach(() => {
    classifier.probabilities = {};
  });
  afterAll(async () => {
    await ingestion.stop();
    await classifier.stop();
  });

  async function openShop() {
    const [storeId, cameraId] = [`store${++shops}`, `camera${shops}`];
    await ingestion.addShop(colourShop({ storeId, cameraId }));
    const { unit } = ingestion.database;
    return {
      storeId,
      cameraId,
      see: async (atMs: number, contents: Partial<Record<string, readonly Colour[]>> = {}) => {
        const capturedAt = new Date(atMs);
        const bytes = await drawShelf({ contents, noiseSeed: ++noise });
        await ingestion.publish({ cameraId, capturedAt, bytes });
        await until('the frame', async () => (await unit.frames.latest(cameraId, 1))[0]?.capturedAt.getTime() === atMs);
      },
      tasks: () => unit.labelTasks.page('waiting', { storeId }, 100),
    };
  }

  it('When everything is as planned, or hidden, then nobody is asked for anything', async () => {
    const shop = await openShop();
    await shop.see(EIGHT);
    await shop.see(EIGHT + HOUR, { a: ['occluded', 'occluded', 'occluded'], b: ['empty', 'empty'] });
    expect(await shop.tasks()).toEqual([]);
  });

  it('When another product stands in a slot for sure, then the crop of that facing waits for a label', async () => {
    const shop = await openShop();
    await shop.see(EIGHT, { a: ['red', 'yellow', 'red'] });
    const tasks = await shop.tasks();
    expect(tasks).toMatchObject([
      {
        ...{ reason: 'disagrees-with-planogram', slotId: `${shop.storeId}-a`, facing: 1, cameraId: shop.cameraId },
        ...{ expectedLabel: GTINS.red, predictedLabel: GTINS.yellow, predictedProbability: 0.97 },
        ...{ capturedAt: new Date(EIGHT), modelVersion: 'colours-1', state: 'waiting', label: null },
      },
    ]);
    const picture = await ingestion.app.get(PictureStore).get(parsePictureId(tasks[0]!.pictureId)!);
    const { channels } = await sharp(picture!.bytes).stats();
    const [red, green, blue] = channels.map(({ mean }) => mean);
    expect(red! - blue!).toBeGreaterThan(80);
    expect(green! - blue!).toBeGreaterThan(60);
  });

  it('When the model abstains or doubts, then the reason says which, and the better teacher comes first', async () => {
    const shop = await openShop();
    classifier.probabilities = { [GTINS.green]: 0.1, [GTINS.blue]: 0.4 };
    await shop.see(EIGHT);
    expect(await shop.tasks()).toMatchObject([
      { reason: 'unknown-product', expectedLabel: GTINS.green, predictedLabel: null, predictedProbability: null },
      { reason: 'low-confidence', expectedLabel: GTINS.blue, predictedLabel: GTINS.blue, predictedProbability: 0.4 },
    ]);
  });

  it('When doubt goes on all day, then a slot asks seldom, a store no more than its limit, and the next day again', async () => {
    const shop = await openShop();
    classifier.probabilities = { [GTINS.red]: 0.3, [GTINS.green]: 0.3 };
    // The heartbeat has every facing classified again after a quarter of an hour.
    for (let quarter = 0; quarter < 12; quarter += 1) await shop.see(EIGHT + (quarter * HOUR) / 4);
    const tasks = await shop.tasks();
    expect(tasks).toHaveLength(3);
    expect(
      Math.max(...[GTINS.red, GTINS.green].map((gtin) => tasks.filter((it) => it.expectedLabel === gtin).length)),
    ).toBe(2);
    // A clock that leaps is believed when some frames agree.
    for (let frame = 0; frame < 6; frame += 1) await shop.see(EIGHT + DAY + frame * 5_000);
    expect(await shop.tasks()).toHaveLength(5);
  });

  it('When a frame comes twice, then its crops are asked for once', async () => {
    const shop = await openShop();
    classifier.probabilities = { [GTINS.blue]: 0.3 };
    const frame = {
      cameraId: shop.cameraId,
      capturedAt: new Date(EIGHT),
      bytes: await drawShelf({ noiseSeed: ++noise }),
    };
    await ingestion.publish(frame, frame);
    await shop.see(EIGHT + 1_000);
    expect(await shop.tasks()).toHaveLength(1);
  });

  it('When nobody has labelled crops for a month, then they go with their pictures; labelled ones stay', async () => {
    const shop = await openShop();
    classifier.probabilities = { [GTINS.red]: 0.3, [GTINS.green]: 0.1 };
    await shop.see(EIGHT);
    const [kept, forgotten] = await shop.tasks();
    const { labelTasks } = ingestion.database.unit;
    await labelTasks.answer(kept!.taskId, {
      ...{ state: 'labelled', label: GTINS.green, labelledBy: 'somebody', labelledAt: new Date() },
    });
    const sweeper = ingestion.app.get(SweepPicturesService);
    const pictures = ingestion.app.get(PictureStore);
    const isThere = async ({ pictureId }: { pictureId: string }) =>
      (await pictures.get(parsePictureId(pictureId)!)) !== undefined;
    await sweeper.sweep(new Date(Date.now() + 29 * DAY));
    expect([await isThere(kept!), await isThere(forgotten!)]).toEqual([true, true]);
    await sweeper.sweep(new Date(Date.now() + 31 * DAY));
    expect([await isThere(kept!), await isThere(forgotten!)]).toEqual([true, false]);
    expect(await labelTasks.find(forgotten!.taskId)).toBeUndefined();
    expect(await labelTasks.find(kept!.taskId)).toMatchObject({ state: 'labelled' });
  });
});
