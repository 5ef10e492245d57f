import { randomUUID } from 'node:crypto';
import type { SlotEntity, StockEventEntity } from '@shelfwatch/persistence';
import { type ColourClassifier, startColourClassifier } from '../testing/colour-classifier.js';
import { drawShelf } from '../testing/colour-shelf.js';
import { colourShop } from '../testing/colour-shop.js';
import { type IngestionHarness, startIngestion, until } from '../testing/ingestion-harness.js';
import { withoutEffects } from './frame-effects.js';
import { StaleSlotState, storeFrame } from './store-frame.js';

const at = (seconds: number): Date => new Date(Date.parse('2026-05-04T08:00:00Z') + seconds * 1_000);

describe('storing what a frame changes', () => {
  let classifier: ColourClassifier;
  let ingestion: IngestionHarness;

  beforeAll(async () => {
    classifier = await startColourClassifier();
    ingestion = await startIngestion({ INFERENCE_URL: classifier.url });
    await ingestion.addShop(colourShop({ storeId: 'shop', cameraId: 'cam' }));
  });
  afterAll(async () => {
    await ingestion.stop();
    await classifier.stop();
  });

  it('When somebody has answered an event since the frame was read, then the frame is done again and the answer stays', async () => {
    const { unit } = ingestion.database;
    for (const seconds of [0, 5, 10, 15, 20, 25]) {
      const bytes = await drawShelf({ contents: { a: ['empty', 'empty', 'empty'] }, noiseSeed: seconds });
      await ingestion.publish({ cameraId: 'cam', capturedAt: at(seconds), bytes });
    }
    let event: StockEventEntity | undefined;
    await until('an event', async () => {
      [event] = await unit.stockEvents.list({ storeId: 'shop', status: 'open' });
      return event !== undefined;
    });
    const before = event!;
    const [slot] = (await unit.shops.slotsById([before.slotId])) as [SlotEntity];
    const frame = { frameId: randomUUID(), cameraId: 'cam', capturedAt: at(30) };
    const effects = {
      ...withoutEffects({ ...(await unit.frames.latest('cam', 1))[0]!, ...frame }, 'shop'),
      events: [
        {
          ...{ change: 'updated' as const, slot, before, decision: undefined, reorder: undefined },
          event: { ...before, visibleFacings: 0 },
        },
      ],
    };
    const retracted: StockEventEntity = { ...before, status: 'retracted', closedAt: at(27) };
    await ingestion.database.transaction((inner) => inner.stockEvents.record(retracted, 'retracted', at(27)));
    await expect(storeFrame(ingestion.database, effects)).rejects.toThrow(StaleSlotState);
    expect((await unit.stockEvents.find(before.eventId))?.status).toBe('retracted');
    expect((await unit.frames.latest('cam', 1))[0]?.capturedAt).not.toEqual(at(30));
  });
});
