import { TOPICS } from '@shelfwatch/contracts';
import { type ColourClassifier, startColourClassifier } from '../testing/colour-classifier.js';
import { drawShelf } from '../testing/colour-shelf.js';
import { colourShop } from '../testing/colour-shop.js';
import { type IngestionHarness, startIngestion, until } from '../testing/ingestion-harness.js';
import { OfflineWatchService } from './offline-watch.service.js';

const MINUTE = 60_000;
const at = (seconds: number) => new Date(Date.parse('2026-05-04T08:00:00Z') + seconds * 1_000);

describe('watching for silent cameras', () => {
  let classifier: ColourClassifier;
  let ingestion: IngestionHarness;

  beforeAll(async () => {
    classifier = await startColourClassifier();
    ingestion = await startIngestion({ INFERENCE_URL: classifier.url, CAMERA_OFFLINE_AFTER_SECONDS: '120' });
    await ingestion.addShop(colourShop({ storeId: 'shop', cameraId: 'cam' }));
  });
  afterAll(async () => {
    await ingestion.stop();
    await classifier.stop();
  });

  const look = (afterMs: number) => ingestion.app.get(OfflineWatchService).look(Date.now() + afterMs);
  const faults = async () =>
    (await ingestion.database.unit.cameraHealth.open(['cam', 'cam-blind'])).map(
      ({ cameraId, fault }) => `${cameraId} ${fault}`,
    );
  const send = async (seconds: number, contents = {}) => {
    await ingestion.publish({
      cameraId: 'cam',
      capturedAt: at(seconds),
      bytes: await drawShelf({ contents, noiseSeed: seconds }),
    });
    await until(
      'the frame',
      async () => +((await ingestion.database.unit.frames.latest('cam', 1))[0]?.capturedAt ?? 0) === +at(seconds),
    );
  };

  it('When a camera is silent for longer than allowed, then it is offline until its next frame; one that never sent is not', async () => {
    for (const seconds of [0, 5, 10, 15]) await send(seconds);
    await look(MINUTE);
    expect(await faults()).toEqual([]);
    await look(3 * MINUTE);
    await look(4 * MINUTE);
    expect(await faults()).toEqual(['cam offline']);
    await until('the message', () =>
      ingestion
        .messages(TOPICS.cameraHealthChanged.name)
        .some(({ value }) => JSON.parse(value.toString()).faults[0] === 'offline'),
    );
    await send(500);
    expect(await faults()).toEqual([]);
  });

  it('When nothing was seen of its slots for half an hour, then they are unknown until its next frame', async () => {
    const statuses = async () =>
      new Set((await ingestion.database.unit.slotStates.ofStore('shop')).map((it) => it.status));
    for (const seconds of [505, 510, 515]) await send(seconds);
    const known = await statuses();
    expect(known).not.toContain('unknown');
    await look(20 * MINUTE);
    expect(await statuses()).toEqual(known);
    await look(31 * MINUTE);
    expect(await statuses()).toEqual(new Set(['unknown']));
    await until('the message', () =>
      ingestion
        .messages(TOPICS.slotStateChanged.name)
        .map(({ value }) => JSON.parse(value.toString()) as { status: string; frameId: string | null })
        .some(({ status, frameId }) => status === 'unknown' && frameId === null),
    );
    for (const seconds of [3_000, 3_005, 3_010, 3_015]) await send(seconds);
    expect(await statuses()).toEqual(known);
  });

  it('When ingestion was down itself, then cameras are not called offline for it', async () => {
    await ingestion.restart();
    await look(MINUTE);
    expect(await faults()).toEqual([]);
  });
});
