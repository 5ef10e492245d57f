import { TOPICS } from '@shelfwatch/contracts';
import { type ColourClassifier, startColourClassifier } from '../testing/colour-classifier.js';
import { type Colour, drawShelf, GTINS } from '../testing/colour-shelf.js';
import { colourShop, type ColourShopOptions } from '../testing/colour-shop.js';
import { type IngestionHarness, startIngestion, until } from '../testing/ingestion-harness.js';

const start = Date.parse('2026-05-04T08:00:00Z');
const SECOND = 1_000;

describe('ingesting frames', () => {
  let classifier: ColourClassifier;
  let ingestion: IngestionHarness;
  let shops = 0;

  beforeAll(async () => {
    classifier = await startColourClassifier();
    ingestion = await startIngestion({ INFERENCE_URL: classifier.url });
  });
  afterAll(async () => {
    await ingestion.stop();
    await classifier.stop();
  });

  /** A shop of the test's own, whose camera sends one frame every five seconds. */
  async function openShop(options: Partial<ColourShopOptions> = {}) {
    const storeId = `shop${++shops}`;
    const cameraId = `camera${shops}`;
    await ingestion.addShop(colourShop({ storeId, cameraId, ...options }));
    let frames = 0;
    const { unit } = ingestion.database;
    const at = (index: number) => new Date(start + index * 5 * SECOND);
    const settled = (index: number) =>
      until(`frame ${index} of ${cameraId}`, async () => {
        const [newest] = await unit.frames.latest(cameraId, 1);
        return newest !== undefined && newest.capturedAt >= at(index) && newest;
      });
    return {
      storeId,
      cameraId,
      at,
      slot: (name: string) => `${storeId}-${name}`,
      /** Sends frames and waits for the last one. */
      send: async (...pictures: Buffer[]) => {
        const first = frames;
        frames += pictures.length;
        await ingestion.publish(
          ...pictures.map((bytes, index) => ({ cameraId, capturedAt: at(first + index), bytes })),
        );
        return settled(frames - 1);
      },
      frames: async () => (await unit.frames.latest(cameraId, 200)).reverse(),
      states: async () =>
        new Map((await unit.slotStates.ofStore(storeId)).map((state) => [state.slotId, state.status])),
      events: () => unit.stockEvents.list({ storeId }),
      faults: async () => (await unit.cameraHealth.open([cameraId])).map(({ fault }) => fault),
    };
  }

  /** The same look again and again, each time with its own noise. */
  let noise = 0;
  const shots = (
    count: number,
    contents: Partial<Record<string, readonly Colour[]>> = {},
    look: Parameters<typeof drawShelf>[0] = {},
  ) => Promise.all(Array.from({ length: count }, () => drawShelf({ contents, noiseSeed: ++noise, ...look })));

  it('When a shelf is full, then every slot becomes stocked and no event opens', async () => {
    const shop = await openShop();
    await shop.send(...(await shots(4)));
    expect([...(await shop.states()).values()]).toEqual(['stocked', 'stocked', 'stocked', 'stocked']);
    expect(await shop.events()).toEqual([]);
  });

  it('When a slot is emptied, then an event opens with evidence, a decision and a message, and closes when it is refilled', async () => {
    const shop = await openShop({ backroom: { green: 7 } });
    const slotId = shop.slot('b');
    await shop.send(...(await shots(4)));
    await shop.send(...(await shots(3, { b: ['empty', 'empty'] })));
    const [event] = await shop.events();
    expect(event).toMatchObject({
      slotId,
      kind: 'out-of-stock',
      status: 'open',
      gtin: GTINS.green,
      since: shop.at(4),
      visibleFacings: 0,
    });
    expect(event!.urgencyCentsPerHour).toBeGreaterThan(0);
    const [decision] = await ingestion.database.unit.decisions.ofEvent(event!.eventId);
    expect(decision).toMatchObject({ remedy: 'RESTOCK_FROM_BACKROOM', decisionId: event!.decisionId });
    const evidence = event!.evidencePictureId!;
    expect(evidence).toMatch(/\.jpg$/);

    const opened = await until('the message', () => {
      const bodies = ingestion.messages(TOPICS.stockEventChanged.name).map(({ value }) => JSON.parse(value.toString()));
      return bodies.find(({ slotId: of }) => of === slotId);
    });
    expect(opened).toMatchObject({
      change: 'opened',
      evidencePictureId: evidence,
      decision: { remedy: 'RESTOCK_FROM_BACKROOM' },
    });

    await shop.send(...(await shots(4)));
    expect((await shop.events())[0]).toMatchObject({ status: 'closed' });
    expect((await shop.states()).get(slotId)).toBe('stocked');
  });

  it('When the books hold nothing, then a reorder is proposed and published once', async () => {
    const shop = await openShop();
    await shop.send(...(await shots(4)));
    await shop.send(...(await shots(4, { c: ['empty', 'empty', 'empty'] })));
    const [reorder, ...others] = await ingestion.database.unit.reorders.list({ storeId: shop.storeId });
    expect(others).toEqual([]);
    expect(reorder).toMatchObject({ gtin: GTINS.blue, state: 'PROPOSED', casePack: 6 });
    expect(reorder!.quantity % 6).toBe(0);
    const key = `${shop.storeId}/${GTINS.blue}`;
    await until('the reorder message', () =>
      ingestion.messages(TOPICS.reorderRequested.name).some((message) => message.key === key),
    );
  });

  it('When goods are on order, then no second order is placed', async () => {
    const shop = await openShop({ onOrder: { blue: 12 } });
    await shop.send(...(await shots(4)), ...(await shots(4, { c: ['empty', 'empty', 'empty'] })));
    const [event] = await shop.events();
    expect(await ingestion.database.unit.decisions.ofEvent(event!.eventId)).toMatchObject([{ remedy: 'ON_ORDER' }]);
    expect(await ingestion.database.unit.reorders.list({ storeId: shop.storeId })).toEqual([]);
  });

  it('When another product stands in a slot, then it is reported as misplaced', async () => {
    const shop = await openShop();
    await shop.send(...(await shots(4)), ...(await shots(5, { a: ['red', 'yellow', 'red'] })));
    const [event] = await shop.events();
    expect(event).toMatchObject({ kind: 'misplaced', foreignGtin: GTINS.yellow, slotId: shop.slot('a') });
    expect(await ingestion.database.unit.decisions.ofEvent(event!.eventId)).toMatchObject([{ remedy: 'MISPLACED' }]);
  });

  it('When somebody stands in front of full and empty slots, then nothing opens or closes', async () => {
    const shop = await openShop();
    await shop.send(...(await shots(4)), ...(await shots(4, { b: ['empty', 'empty'] })));
    expect(await shop.events()).toMatchObject([{ kind: 'out-of-stock', status: 'open' }]);
    const hidden: readonly Colour[] = ['occluded', 'occluded', 'occluded'];
    await shop.send(...(await shots(6, { a: hidden, b: hidden, c: hidden })));
    expect(await shop.events()).toMatchObject([{ kind: 'out-of-stock', status: 'open' }]);
    expect((await shop.states()).get(shop.slot('a'))).toBe('stocked');
  });

  it('When the shelf is quiet, then only the first frames are classified', async () => {
    const shop = await openShop();
    await shop.send(...(await shots(12)));
    const outcomes = (await shop.frames()).map(({ outcome }) => outcome);
    expect(outcomes.slice(0, 2)).toEqual(['classified', 'classified']);
    expect(outcomes.slice(-6)).toEqual(Array(6).fill('unchanged'));
  });

  it('When only the lamps change, then nothing is classified again', async () => {
    const shop = await openShop();
    await shop.send(...(await shots(8)));
    await shop.send(...(await shots(3, {}, { light: 0.75 })));
    expect((await shop.frames()).slice(-3).map(({ outcome }) => outcome)).toEqual(Array(3).fill('unchanged'));
  });

  it.each([
    ['dark', { light: 0.06 }],
    ['moved', { shift: 70 }],
    ['blurred', { blur: 9 }],
  ] as const)(
    'When the camera is %s, then nothing opens, the fault does, and it closes with good pictures',
    async (fault, look) => {
      const shop = await openShop();
      await shop.send(...(await shots(5)), ...(await shots(4, { b: ['empty', 'empty'] })));
      const before = await shop.events();
      await shop.send(...(await shots(5, { c: ['empty', 'empty', 'empty'] }, look)));
      expect(await shop.faults()).toEqual([fault]);
      expect((await shop.events()).map(({ eventId, status }) => [eventId, status])).toEqual(
        before.map(({ eventId, status }) => [eventId, status]),
      );
      expect((await shop.frames()).slice(-5).map(({ outcome }) => outcome)).toEqual(Array(5).fill('unhealthy'));
      const decisions = await ingestion.database.unit.decisions.ofEvent(before[0]!.eventId);
      expect(decisions.at(-1)).toMatchObject({ remedy: 'CAMERA_FAULT' });

      await shop.send(...(await shots(5, { b: ['empty', 'empty'] })));
      expect(await shop.faults()).toEqual([]);
      expect((await ingestion.database.unit.decisions.ofEvent(before[0]!.eventId)).at(-1)!.remedy).not.toBe(
        'CAMERA_FAULT',
      );
    },
  );

  it('When the picture freezes, then the camera is reported and the event stays as it was', async () => {
    const shop = await openShop();
    await shop.send(...(await shots(4)), ...(await shots(4, { b: ['empty', 'empty'] })));
    const [frozen] = await shots(1);
    await shop.send(...Array<Buffer>(9).fill(frozen!));
    expect(await shop.faults()).toEqual(['frozen']);
    expect(await shop.events()).toMatchObject([{ status: 'open' }]);
  });

  it('When the picture has another size than the calibration, then the camera is reported', async () => {
    const shop = await openShop();
    await shop.send(...(await shots(4)), ...(await shots(3, {}, { width: 720, height: 540 })));
    expect(await shop.faults()).toEqual(['resolution']);
  });

  it('When ingestion restarts between two frames, then states, evidence and order go on', async () => {
    const shop = await openShop();
    await shop.send(...(await shots(4)), ...(await shots(1, { b: ['empty', 'empty'] })));
    await ingestion.restart();
    await shop.send(...(await shots(3, { b: ['empty', 'empty'] })));
    expect(await shop.events()).toMatchObject([{ kind: 'out-of-stock', status: 'open', since: shop.at(4) }]);
  });
});
