import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres, startTestDatabase, type TestDatabase } from '@shelfwatch/embedded-postgres';
import pg from 'pg';
import { describeEventStream } from '../contract/event-stream.contract.js';
import { until } from '../contract/until.js';
import { createEventStream } from '../create-event-stream.js';
import { OutboxRelay } from '../outbox/outbox-relay.js';
import { deleteExpired } from './retention.js';
import { StreamDatabase } from './stream-database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
}, 60_000);
afterAll(() => database.drop());

describeEventStream('PostgreSQL', async () => ({ databaseUrl: database.url }));

const OUTBOX = `CREATE TABLE outbox (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, topic text, key text, headers jsonb, payload bytea,
  created_at timestamptz DEFAULT now(), published_at timestamptz)`;

describe('the event stream on PostgreSQL, beyond the contract', () => {
  it('When many processes make the schema at once, then all of them succeed', async () => {
    const fresh = await startTestDatabase();
    const streams = Array.from({ length: 6 }, (_, index) =>
      createEventStream({ databaseUrl: fresh.url, clientId: `c${index}` }),
    );
    await Promise.all(streams.map((stream) => stream.ensureTopics([{ name: 'a.b.c.v1', partitions: 2 }])));
    await Promise.all(streams.map((stream) => stream.close()));
    await fresh.drop();
  });

  it('When messages are older than their topic keeps, then they are deleted and the rest stays', async () => {
    const stream = createEventStream({ databaseUrl: database.url, clientId: 'retention' });
    await stream.ensureTopics([
      { name: 'short.v1', partitions: 1, retentionMs: 1 },
      { name: 'long.v1', partitions: 1, retentionMs: 3_600_000 },
    ]);
    await stream.publish(['short.v1', 'long.v1'].map((topic) => ({ topic, key: 'k', value: Buffer.from('v') })));
    const access = new StreamDatabase(database.url, 'retention');
    const left = (): Promise<{ topic: string }[]> =>
      access.query(`SELECT topic FROM stream.message WHERE topic IN ('short.v1', 'long.v1')`);
    await until('the short one is gone', async () => {
      await deleteExpired(access);
      return (await left()).length === 1;
    });
    expect(await left()).toEqual([{ topic: 'long.v1' }]);
    await access.close();
    await stream.close();
  });

  it('When a partition outgrows what its topic keeps, then the oldest messages are deleted', async () => {
    const stream = createEventStream({ databaseUrl: database.url, clientId: 'size' });
    await stream.ensureTopics([{ name: 'sized.v1', partitions: 1, retentionBytes: 3_500 }]);
    await stream.publish(
      Array.from({ length: 10 }, () => ({ topic: 'sized.v1', key: 'k', value: Buffer.alloc(1_000) })),
    );
    const access = new StreamDatabase(database.url, 'size');
    await deleteExpired(access);
    const left = await access.query(`SELECT "offset" FROM stream.message WHERE topic = 'sized.v1' ORDER BY "offset"`);
    expect(left).toEqual([{ offset: '7' }, { offset: '8' }, { offset: '9' }]);
    await access.close();
    await stream.close();
  });

  it('When the database goes away and comes back, then consumers, publishers and the relay go on and nothing is lost', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'shelfwatch-stream-'));
    const start = (port: number) => startEmbeddedPostgres({ dataDir, port, database: 'shop' });
    let server = await start(0);
    const { port, url } = server;
    const stream = createEventStream({ databaseUrl: url, clientId: 'outage' });
    await stream.ensureTopics([{ name: 'outage.v1', partitions: 2 }]);
    const seen = new Set<string>();
    await stream.subscribe(
      { groupId: 'g', topics: ['outage.v1'] },
      async ({ value }) => void seen.add(value.toString()),
    );
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(OUTBOX);
    await client.end();
    const relay = new OutboxRelay({ databaseUrl: url, stream });
    relay.start();
    await stream.publish([{ topic: 'outage.v1', key: 'a', value: Buffer.from('before') }]);
    await until('the first message', () => seen.has('before'));

    await server.stop();
    await expect(stream.publish([{ topic: 'outage.v1', key: 'a', value: Buffer.from('lost?') }])).rejects.toMatchObject(
      {
        code: 'STREAM_UNAVAILABLE',
        retriable: true,
      },
    );
    await expect(stream.isHealthy()).resolves.toBe(false);

    server = await start(port);
    await stream.publish([{ topic: 'outage.v1', key: 'b', value: Buffer.from('after') }]);
    const writer = new pg.Client({ connectionString: url });
    await writer.connect();
    await writer.query(`INSERT INTO outbox (topic, key, headers, payload) VALUES ('outage.v1', 'c', '{}', 'relayed')`);
    await writer.end();
    await until('what came after', () => seen.has('after') && seen.has('relayed'));
    await relay.stop();
    await stream.close();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }, 120_000);
});

describe('the outbox relay', () => {
  it('When two relays run, then every row is published once and in order', async () => {
    const fresh = await startTestDatabase();
    const stream = createEventStream({ databaseUrl: fresh.url, clientId: 'relay' });
    await stream.ensureTopics([{ name: 'relay.v1', partitions: 1 }]);
    const client = new pg.Client({ connectionString: fresh.url });
    await client.connect();
    await client.query(OUTBOX);
    const relays = [1, 2].map(() => new OutboxRelay({ databaseUrl: fresh.url, stream }));
    for (const relay of relays) relay.start();
    const seen: string[] = [];
    await stream.subscribe(
      { groupId: 'g', topics: ['relay.v1'] },
      async ({ value }) => void seen.push(value.toString()),
    );
    await client.query(
      `INSERT INTO outbox (topic, key, headers, payload) SELECT 'relay.v1', 'k', '{"a":"b"}', convert_to(n::text, 'UTF8') FROM generate_series(1, 500) n`,
    );
    await until('all rows', () => seen.length >= 500);
    expect(seen).toEqual(Array.from({ length: 500 }, (_, index) => String(index + 1)));
    const { rows } = await client.query<{ left: string }>(
      'SELECT count(*) AS left FROM outbox WHERE published_at IS NULL',
    );
    expect(rows[0]!.left).toBe('0');
    await Promise.all(relays.map((relay) => relay.stop()));
    await client.end();
    await stream.close();
    await fresh.drop();
  }, 60_000);
});
