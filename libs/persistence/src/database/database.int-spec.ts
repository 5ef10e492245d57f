import { createServer } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startEmbeddedPostgres } from '@shelfwatch/embedded-postgres';
import pg from 'pg';
import { PersistenceUnavailable } from '../errors/persistence.errors.js';
import { migratedDatabase } from '../testing/migrated-database.js';
import { later, NOON, sampleEvent, sampleShop } from '../testing/sample-rows.js';
import { Database } from './database.js';

const message = (key: string) => ({ topic: 't', key, headers: { ce_id: key }, payload: Buffer.from([0xff, 0, 0xd8]) });

describe('Database.transaction', () => {
  let database: Database;
  let url: string;
  let end: () => Promise<void>;
  beforeAll(async () => ({ database, url, end } = await migratedDatabase()));
  afterAll(() => end());

  const outboxOf = async (key: string): Promise<unknown[]> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query('SELECT payload, headers FROM outbox WHERE key = $1', [key]);
    await client.end();
    return rows;
  };

  it('When the work succeeds, then the event and its message are stored together, bytes intact', async () => {
    const event = sampleEvent();
    await database.transaction(async (unit) => {
      await unit.stockEvents.record(event, 'opened', event.openedAt);
      await unit.outbox.append([message('kept')]);
    });
    expect(await database.unit.stockEvents.find(event.eventId)).toEqual(event);
    expect(await outboxOf('kept')).toEqual([{ payload: Buffer.from([0xff, 0, 0xd8]), headers: { ce_id: 'kept' } }]);
  });

  it('When the work throws, then neither the event nor its message is stored and the error passes unchanged', async () => {
    const event = sampleEvent({ slotId: 'store-1-b' });
    const surprise = new Error('from the work');
    const work = database.transaction(async (unit) => {
      await unit.stockEvents.record(event, 'opened', event.openedAt);
      await unit.outbox.append([message('lost')]);
      throw surprise;
    });
    await expect(work).rejects.toBe(surprise);
    expect(await database.unit.stockEvents.find(event.eventId)).toBeUndefined();
    expect(await outboxOf('lost')).toEqual([]);
  });

  it('When a message is appended, then listeners hear of it after the commit', async () => {
    const listener = new pg.Client({ connectionString: url });
    await listener.connect();
    await listener.query('LISTEN outbox');
    const heard = new Promise<string>((resolve) => listener.on('notification', ({ channel }) => resolve(channel)));
    await database.transaction((unit) => unit.outbox.append([message('announced')]));
    expect(await heard).toBe('outbox');
    await listener.end();
  });

  it('When a row breaks a rule of the schema, then the error names the constraint and is not retriable', async () => {
    const orphan = sampleEvent({ slotId: 'nowhere' });
    const work = database.transaction((unit) => unit.stockEvents.record(orphan, 'opened', NOON));
    await expect(work).rejects.toMatchObject({
      code: 'PERSISTENCE_CONSTRAINT',
      retriable: false,
      constraint: 'stock_event_slot_fk',
    });
  });

  it('When two transactions wait for each other, then one gets a retriable error', async () => {
    const step = async (first: string, second: string, meet: () => Promise<void>) =>
      database.transaction(async (unit) => {
        await unit.cameras.saveHealthState(first, { at: first });
        await meet();
        await unit.cameras.saveHealthState(second, { at: second });
      });
    await database.transaction((unit) => unit.shopDefinitions.replace(sampleShop('store-2'), NOON));
    let arrived = 0;
    let open: () => void = () => {};
    const gate = new Promise<void>((resolve) => (open = resolve));
    const meet = (): Promise<void> => {
      if (++arrived === 2) open();
      return gate;
    };
    const results = await Promise.allSettled([
      step('store-1-cam', 'store-2-cam', meet),
      step('store-2-cam', 'store-1-cam', meet),
    ]);
    const failed = results.filter((result) => result.status === 'rejected');
    expect(failed).toHaveLength(1);
    expect(failed[0]?.reason).toMatchObject({ code: 'PERSISTENCE_CONFLICT', retriable: true });
  });
});

describe('a database that goes away and comes back', () => {
  it('When the server restarts, then work fails with a retriable error meanwhile and succeeds afterwards', async () => {
    const root = await mkdtemp(join(tmpdir(), 'shelfwatch-restart-'));
    const dataDir = join(root, 'postgres');
    const options = { dataDir, port: await freePort(), database: 'shop', settings: ['fsync=off'] };
    const first = await startEmbeddedPostgres(options);
    const lost: Error[] = [];
    const database = await Database.open({ url: first.url, onConnectionLost: (error) => lost.push(error) });
    await database.migrate();
    await database.transaction((unit) => unit.shopDefinitions.replace(sampleShop(), NOON));

    const interrupted = database.transaction(async (unit) => {
      await unit.cameras.saveHealthState('store-1-cam', { half: true });
      await first.stop();
      await unit.cameras.saveHealthState('store-1-cam', { whole: true });
    });
    await expect(interrupted).rejects.toBeInstanceOf(PersistenceUnavailable);
    await expect(database.ping()).rejects.toMatchObject({ code: 'PERSISTENCE_UNAVAILABLE', retriable: true });

    const second = await startEmbeddedPostgres({ ...options, disposable: true });
    await database.ping();
    const newest = { capturedAt: later(1), pictureId: 'p', sequence: 7 };
    await database.transaction((unit) => unit.cameras.recordNewest('store-1-cam', newest));
    const camera = (await database.unit.cameras.setup('store-1-cam'))?.camera;
    expect(camera).toMatchObject({ lastPictureId: 'p', lastSequence: 7, healthState: null });
    await database.close();
    await second.stop();
    await rm(root, { recursive: true, force: true });
  });

  it('When the server is not there yet, then opening waits for it and tells so', async () => {
    const port = await freePort();
    let retries = 0;
    const open = Database.open({
      url: `postgres://shelfwatch:x@127.0.0.1:${port}/shop`,
      attempts: 3,
      onRetry: () => retries++,
    });
    await expect(open).rejects.toMatchObject({ code: 'PERSISTENCE_UNAVAILABLE' });
    expect(retries).toBe(2);
  });

  it('When something listens that never answers, then opening gives up in time', async () => {
    const mute = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => mute.once('listening', resolve));
    const { port } = mute.address() as { port: number };
    const url = `postgres://shelfwatch:x@127.0.0.1:${port}/shop`;
    const open = Database.open({ url, attempts: 1, connectTimeoutMs: 200 });
    await expect(open).rejects.toMatchObject({ code: 'PERSISTENCE_UNAVAILABLE' });
    mute.close();
  });
});
