import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TOPICS, toFrameHeaders } from '@shelfwatch/contracts';
import { createEventStream, type EventStream } from '@shelfwatch/messaging';
import { Database } from '@shelfwatch/persistence';
import { startTestDatabase, type TestDatabase } from '@shelfwatch/testing';
import { type ColourClassifier, startColourClassifier } from './testing/colour-classifier.js';
import { drawShelf } from './testing/colour-shelf.js';
import { colourShop } from './testing/colour-shop.js';
import { until } from './testing/ingestion-harness.js';
import { type IngestionProcess, startIngestionProcess } from './testing/ingestion-process.js';

const at = (index: number) => new Date(Date.parse('2026-05-04T08:00:00Z') + index * 5_000);

describe('the ingestion process', () => {
  let testDatabase: TestDatabase;
  let database: Database;
  let stream: EventStream;
  let classifier: ColourClassifier;
  let env: Record<string, string>;
  let running: IngestionProcess[];

  beforeAll(async () => {
    testDatabase = await startTestDatabase();
    database = await Database.open({ url: testDatabase.url });
    await database.migrate();
    await database.transaction((unit) =>
      unit.shopDefinitions.replace(colourShop({ storeId: 'shop', cameraId: 'cam' }), new Date()),
    );
    stream = createEventStream({ databaseUrl: testDatabase.url, clientId: 'test' });
    classifier = await startColourClassifier();
    env = {
      DATABASE_URL: testDatabase.url,
      INFERENCE_URL: classifier.url,
      PICTURES_DIR: await mkdtemp(join(tmpdir(), 'ingestion-process-')),
      INGESTION_PORT: '0',
    };
    running = [];
  });
  afterAll(async () => {
    for (const { child } of running) child.kill('SIGKILL');
    await Promise.all(running.map(({ ended }) => ended));
    await stream.close();
    await database.close();
    await testDatabase.drop();
    await classifier.stop();
    await rm(env['PICTURES_DIR']!, { recursive: true, force: true });
  });

  const start = async () => {
    const ingestion = startIngestionProcess(env);
    running.push(ingestion);
    await until('readiness', () => ingestion.output().includes('ingestion ready on http://127.0.0.1:'), 30_000);
    return ingestion;
  };

  const frames = () => database.unit.frames.latest('cam', 100);

  it('When settings are missing or wrong, then it names all of them and ends', async () => {
    const ingestion = startIngestionProcess({ INGESTION_PORT: 'front door' });
    expect(await ingestion.ended).toBe(78);
    expect(ingestion.output()).toMatch(/DATABASE_URL: is not set/);
    expect(ingestion.output()).toMatch(/INGESTION_PORT: must be a whole number from 0 to 65535 \(it is "front door"\)/);
  });

  it('When its port is taken, then one line says which and what to do', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const ingestion = startIngestionProcess({ ...env, LOG_LEVEL: 'silent', INGESTION_PORT: String(port) });
    expect(await ingestion.ended).toBe(1);
    expect(ingestion.output().trim()).toBe(
      `ingestion: 127.0.0.1:${port} is already in use; stop the program that listens there or choose another port.`,
    );
    other.close();
  });

  it('When it is killed amidst frames, then the next one processes every frame once, in order, and stops when asked', async () => {
    const first = await start();
    const pictures = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        drawShelf({ noiseSeed: index + 1, contents: index < 4 ? {} : { b: ['empty', 'empty'] } }),
      ),
    );
    await stream.publish(
      pictures.map((value, index) => ({
        topic: TOPICS.frameCaptured.name,
        key: 'cam',
        value,
        headers: toFrameHeaders({ cameraId: 'cam', capturedAt: at(index), contentType: 'image/jpeg', source: '/test' }),
      })),
    );
    await until('some frames', async () => (await frames()).length >= 3);
    first.child.kill('SIGKILL');
    expect(await first.ended).toBe('SIGKILL');
    expect((await frames()).length).toBeLessThan(12);

    const second = await start();
    await until('all frames', async () => (await frames()).length === 12, 30_000);
    expect((await frames()).map(({ outcome }) => outcome)).not.toContain('late');
    expect(await database.unit.stockEvents.list({ storeId: 'shop' })).toMatchObject([
      { slotId: 'shop-b', kind: 'out-of-stock', status: 'open', since: at(4) },
    ]);

    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
    expect(second.output()).toContain('ingestion stops: SIGTERM');
  });
});
