import { randomUUID } from 'node:crypto';
import type { Database } from '../database/database.js';
import { migratedDatabase } from '../testing/migrated-database.js';
import { later, NOON, sampleEvent, sampleReorder, sampleShop } from '../testing/sample-rows.js';

let database: Database;
let end: () => Promise<void>;
beforeAll(async () => ({ database, end } = await migratedDatabase()));
afterAll(() => end());

const frame = (changes: object = {}) => ({
  frameId: randomUUID(),
  cameraId: 'store-1-cam',
  capturedAt: NOON,
  receivedAt: later(1),
  sha256: 'aa',
  outcome: 'classified',
  ...changes,
});

describe('FrameRepository', () => {
  it('When the same frame arrives 100 times at once, then one is recorded', async () => {
    const copies = Array.from({ length: 100 }, () => frame({ sha256: 'same' }));
    const answers = await Promise.all(copies.map((copy) => database.unit.frames.record(copy)));
    expect(answers.filter((answer) => answer === 'recorded')).toHaveLength(1);
    expect(await database.unit.frames.isKnown('store-1-cam', NOON, 'same')).toBe(true);
  });

  it('When old frames are pruned, then their observations go with them and newer ones stay', async () => {
    const { frames, observations } = database.unit;
    const [old, fresh] = [frame({ capturedAt: later(-100) }), frame({ capturedAt: later(100) })];
    for (const { frameId, capturedAt, ...rest } of [old, fresh]) {
      await frames.record({ frameId, capturedAt, ...rest });
      const row = {
        slotId: 'store-1-a',
        frameId,
        cameraId: 'store-1-cam',
        capturedAt,
        readings: [],
        modelVersion: 'm1',
      };
      await observations.append([row]);
    }
    expect(await frames.prune(later(-50))).toBe(1);
    const left = await observations.ofSlot('store-1-a', later(-1000), later(1000));
    expect(left.map((row) => row.frameId)).toEqual([fresh.frameId]);
    expect((await frames.latest('store-1-cam', 1))[0]?.frameId).toBe(fresh.frameId);
  });
});

describe('ReorderRepository', () => {
  it('When many writers propose a reorder of one product at once, then one is created', async () => {
    const proposals = Array.from({ length: 20 }, () =>
      database.transaction((unit) => unit.reorders.propose(sampleReorder(), 'shelfwatch')),
    );
    const answers = await Promise.all(proposals);
    expect(answers.filter((answer) => answer === 'created')).toHaveLength(1);
    expect(await database.unit.reorders.openOf('store-1', ['08904000210037'])).toHaveLength(1);
  });

  it('When the open reorder is closed, then the next can be proposed, but not with a used idempotency key', async () => {
    const { reorders } = database.unit;
    const first = sampleReorder({ gtin: '07300011000017' });
    expect(await reorders.propose(first, 'shelfwatch')).toBe('created');
    const step = { reorderId: first.reorderId, from: 'PROPOSED', to: 'CANCELLED', at: later(5) } as const;
    expect(await reorders.step({ ...step, reason: 'not needed', actor: 'ann@shop.example' })).toBe('stepped');
    expect(await reorders.step({ ...step, reason: 'again', actor: 'bob@shop.example' })).toBe('stale');
    const again = sampleReorder({ gtin: first.gtin, idempotencyKey: first.idempotencyKey });
    expect(await reorders.propose(again, 'shelfwatch')).toBe('exists');
    expect(await reorders.propose(sampleReorder({ gtin: first.gtin }), 'shelfwatch')).toBe('created');
    const story = (await reorders.changes(first.reorderId)).map(({ previous, state }) => [previous, state]);
    expect(story).toEqual([
      [null, 'PROPOSED'],
      ['PROPOSED', 'CANCELLED'],
    ]);
  });
});

describe('facts', () => {
  it('When a stored change of an event is altered, then the database refuses', async () => {
    const event = sampleEvent();
    await database.transaction((unit) => unit.stockEvents.record(event, 'opened', event.openedAt));
    const alter = database.transaction((unit) =>
      tablesOf(unit).sql('UPDATE stock_event_change SET change = $1', ['x']),
    );
    await expect(alter).rejects.toMatchObject({ code: 'PERSISTENCE_CONSTRAINT' });
    expect(await database.unit.stockEvents.changes(event.eventId)).toHaveLength(1);
  });

  it('When an event of the same kind is open for the slot, then a second one cannot open', async () => {
    const second = database.transaction((unit) => unit.stockEvents.record(sampleEvent(), 'opened', NOON));
    await expect(second).rejects.toMatchObject({ constraint: 'stock_event_one_open' });
  });
});

/** Specs may reach below the repositories. */
const tablesOf = (unit: object): { sql(statement: string, parameters: unknown[]): Promise<unknown> } =>
  (unit as { frames: { tables: { sql(statement: string, parameters: unknown[]): Promise<unknown> } } }).frames.tables;

describe('CameraHealthRepository', () => {
  it('When a fault begins twice and ends once, then it was one fault', async () => {
    const { cameraHealth } = database.unit;
    const begin = () => cameraHealth.begin('store-1-cam', 'dark', NOON, 'Switch the light on.');
    expect(await Promise.all([begin(), begin()])).toEqual(expect.arrayContaining([true, false]));
    expect(await cameraHealth.open(['store-1-cam'])).toHaveLength(1);
    expect(await cameraHealth.end('store-1-cam', 'dark', later(60))).toBe(true);
    expect(await cameraHealth.end('store-1-cam', 'dark', later(61))).toBe(false);
    expect(await begin()).toBe(true);
    expect(await cameraHealth.history('store-1-cam', 10)).toHaveLength(2);
  });
});

describe('CameraRepository', () => {
  it('When an older picture is recorded after a newer one, then the newer one stays the newest', async () => {
    const { cameras } = database.unit;
    await cameras.recordNewest('store-1-cam', { capturedAt: later(10), pictureId: 'new', sequence: 2 });
    await cameras.recordNewest('store-1-cam', { capturedAt: later(5), pictureId: 'old', sequence: 1 });
    expect((await cameras.setup('store-1-cam'))?.camera.lastPictureId).toBe('new');
  });

  it('When no shop has the camera, then there is no setup', async () => {
    expect(await database.unit.cameras.setup('unknown')).toBeUndefined();
  });
});

describe('SlotStateRepository', () => {
  const state = (visibleFacings: number) => ({
    slotId: 'store-1-a',
    status: 'stocked' as const,
    since: NOON,
    confidence: 0.9,
    visibleFacings,
    foreignGtin: null,
    filter: { facings: [{ evidence: 0.1 }] },
    lastCapturedAt: NOON,
    modelVersion: 'm1',
  });

  it('When a transaction holds a slot, then another waits for it and builds on its state', async () => {
    await database.unit.slotStates.save([state(0)]);
    const increment = () =>
      database.transaction(async (unit) => {
        const current = (await unit.slotStates.lock(['store-1-a'])).get('store-1-a');
        await unit.slotStates.save([state(current!.visibleFacings + 1)]);
      });
    await Promise.all(Array.from({ length: 8 }, increment));
    expect((await database.unit.slotStates.ofStore('store-1'))[0]).toEqual(state(8));
  });
});

describe('ShopDefinitionRepository', () => {
  const replace = (shop: ReturnType<typeof sampleShop>) =>
    database.transaction((unit) => unit.shopDefinitions.replace(shop, NOON));

  it('When a slot and a camera leave the definition, then they retire, and come back when named again', async () => {
    const whole = sampleShop('store-9');
    await replace(whole);
    await replace({ ...whole, slots: whole.slots.slice(0, 1), cameras: [] });
    expect((await database.unit.shops.slots('store-9')).map((slot) => slot.slotId)).toEqual(['store-9-a']);
    expect(await database.unit.cameras.setup('store-9-cam')).toBeUndefined();
    expect(await database.unit.shops.slotsById(['store-9-b'])).toHaveLength(1);
    await replace(whole);
    expect((await database.unit.cameras.setup('store-9-cam'))?.slots).toHaveLength(2);
  });

  it('When the regions are the same, then no new view is made; when they change, then the old one stays', async () => {
    const shop = sampleShop('store-8');
    await replace(shop);
    await replace(shop);
    expect((await database.unit.cameras.view('store-8-cam'))?.version).toBe(1);
    shop.cameras[0]!.view!.regions = shop.cameras[0]!.view!.regions.slice(0, 1);
    await replace(shop);
    expect(await database.unit.cameras.view('store-8-cam')).toMatchObject({ version: 2, regions: [{ facing: 0 }] });
  });

  it('When a slot id belongs to another store, then nothing is written', async () => {
    const thief = { ...sampleShop('store-7'), slots: sampleShop('store-1').slots };
    await expect(replace(thief)).rejects.toMatchObject({ kind: 'slot', storeId: 'store-1' });
    expect(await database.unit.shops.store('store-7')).toBeUndefined();
  });
});

describe('accounts', () => {
  it('When a session has expired or its user is unknown, then nobody is signed in', async () => {
    const { users, sessions } = database.unit;
    const user = {
      userId: randomUUID(),
      email: 'Ann@Shop.Example',
      name: 'Ann',
      role: 'admin',
      passwordHash: 'x',
    } as const;
    expect(await users.create(user)).toBe('created');
    expect(await users.create({ ...user, userId: randomUUID() })).toBe('exists');
    await sessions.open({ tokenHash: 'hash', userId: user.userId, expiresAt: later(60) });
    expect((await sessions.user('hash', NOON))?.email).toBe('ann@shop.example');
    expect(await sessions.user('hash', later(61))).toBeUndefined();
    expect(await sessions.user('other', NOON)).toBeUndefined();
  });

  it('When an API key is revoked, then it opens nothing', async () => {
    const { apiKeys } = database.unit;
    const keyId = randomUUID();
    await apiKeys.add({ keyId, name: 'ERP', keyHash: 'k', role: 'integrator' });
    expect((await apiKeys.findByHash('k'))?.name).toBe('ERP');
    expect(await apiKeys.revoke(keyId, NOON)).toBe(true);
    expect(await apiKeys.findByHash('k')).toBeUndefined();
  });
});

describe('what monitoring asks', () => {
  it('When views are asked for, then each camera answers with its newest', async () => {
    const views = await database.unit.cameras.views(['store-1-cam', 'nobody']);
    expect([...views.keys()]).toEqual(['store-1-cam']);
    expect(views.get('store-1-cam')).toEqual(await database.unit.cameras.view('store-1-cam'));
  });

  it('When events are listed newest first within a time, then its end does not count', async () => {
    const storeId = 'store-times';
    await database.transaction((unit) => unit.shopDefinitions.replace(sampleShop(storeId), NOON));
    const opened = [10, 20, 30].map((seconds) =>
      sampleEvent({
        ...{ storeId, slotId: `${storeId}-a`, status: 'closed', closedAt: later(90) },
        ...{ openedAt: later(seconds), urgencyCentsPerHour: 100 - seconds },
      }),
    );
    for (const event of opened) await database.unit.stockEvents.record(event, 'closed', later(90));
    const listed = await database.unit.stockEvents.list({
      ...{ storeId, order: 'newest', openedFrom: later(10), openedBefore: later(30) },
    });
    expect(listed.map(({ openedAt }) => openedAt)).toEqual([later(20), later(10)]);
  });
});
