import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Test } from '@nestjs/testing';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { deadLetterTopic, TOPICS, toFrameHeaders } from '@shelfwatch/contracts';
import { createEventStream, type EventStream, type ReceivedMessage } from '@shelfwatch/messaging';
import { Database, type ShopRows } from '@shelfwatch/persistence';
import { startTestDatabase } from '@shelfwatch/testing';
import { AppModule } from '../app.module.js';
import { ingestionSettings, type IngestionSettings } from '../ingestion.config.js';
import { acceptPictures } from '../receive-frame/accept-pictures.js';

export interface FrameToPublish {
  cameraId: string;
  capturedAt: Date;
  bytes: Buffer;
  sequence?: number;
  headers?: Readonly<Record<string, string>>;
}

/** Ingestion as it runs, on a real PostgreSQL that holds database and event stream. */
export interface IngestionHarness {
  app: NestExpressApplication;
  url: string;
  databaseUrl: string;
  database: Database;
  stream: EventStream;
  picturesDir: string;
  settings: IngestionSettings;
  addShop(shop: ShopRows): Promise<void>;
  publish(...frames: FrameToPublish[]): Promise<void>;
  /** Messages of a topic so far, oldest first. */
  messages(topic: string): readonly ReceivedMessage[];
  deadLetters(cameraId: string): readonly ReceivedMessage[];
  /** Cuts every connection to the database and lets no new one in until `end`. */
  cutDatabase(): Promise<{ end(): Promise<void> }>;
  /** Stops and starts the app alone, as a deployment does. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export async function startIngestion(env: Record<string, string>): Promise<IngestionHarness> {
  const testDatabase = await startTestDatabase();
  const picturesDir = await mkdtemp(join(tmpdir(), 'ingestion-pictures-'));
  const settings = ingestionSettings.parse({
    DATABASE_URL: testDatabase.url,
    PICTURES_DIR: picturesDir,
    LOG_LEVEL: 'silent',
    LAST_PICTURE_EVERY_SECONDS: '0',
    GATE_THUMBNAIL_WIDTH: '320',
    ...env,
  });
  const database = await Database.open({ url: testDatabase.url });
  await database.migrate();
  let { app, url } = await startApp(settings);
  const stream = createEventStream({ databaseUrl: testDatabase.url, clientId: 'test' });
  const received: ReceivedMessage[] = [];
  const topics = [
    ...Object.values(TOPICS)
      .map(({ name }) => name)
      .filter((name) => name !== TOPICS.frameCaptured.name),
  ];
  const deadLetters = deadLetterTopic(TOPICS.frameCaptured.name);
  await stream.ensureTopics([{ name: deadLetters, partitions: 1 }]);
  await stream.subscribe(
    { groupId: 'test', topics: [...topics, deadLetters] },
    async (message) => void received.push(message),
  );

  return {
    get app() {
      return app;
    },
    get url() {
      return url;
    },
    ...{ databaseUrl: testDatabase.url, database, stream, picturesDir, settings },
    addShop: (shop) => database.transaction((unit) => unit.shopDefinitions.replace(shop, new Date())),
    publish: (...frames) => stream.publish(frames.map(toMessage)),
    messages: (topic) => received.filter((message) => message.topic === topic),
    deadLetters: (cameraId) => received.filter((message) => message.topic === deadLetters && message.key === cameraId),
    cutDatabase: () => cutDatabase(testDatabase.url),
    restart: async () => {
      await app.close();
      ({ app, url } = await startApp(settings));
    },
    stop: async () => {
      await app.close();
      await stream.close();
      await database.close();
      await testDatabase.drop();
      await rm(picturesDir, { recursive: true, force: true });
    },
  };
}

async function startApp(settings: IngestionSettings): Promise<{ app: NestExpressApplication; url: string }> {
  const module = await Test.createTestingModule({ imports: [AppModule.forRoot(settings)] }).compile();
  const app = module.createNestApplication<NestExpressApplication>({ logger: false, forceCloseConnections: true });
  acceptPictures(app, settings);
  await app.listen(0, '127.0.0.1');
  return { app, url: `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}` };
}

/** From a connection to another database of the same server, which is not cut off. */
async function cutDatabase(url: string): Promise<{ end(): Promise<void> }> {
  const name = new URL(url).pathname.slice(1);
  const elsewhere = new URL(url);
  elsewhere.pathname = '/postgres';
  const client = new pg.Client({ connectionString: elsewhere.href });
  await client.connect();
  await client.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS false`);
  await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
  return {
    end: async () => {
      await client.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS true`);
      await client.end();
    },
  };
}

const toMessage = ({ cameraId, capturedAt, bytes, sequence, headers = {} }: FrameToPublish) => ({
  topic: TOPICS.frameCaptured.name,
  key: cameraId,
  value: bytes,
  headers: {
    ...toFrameHeaders({
      cameraId,
      capturedAt,
      contentType: 'image/jpeg',
      source: '/test',
      ...(sequence === undefined ? {} : { sequence }),
    }),
    ...headers,
  },
});

/** Waits until `look` finds something; fails with the last finding after the time limit. */
export async function until<T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
  limitMs = 15_000,
): Promise<T> {
  const deadline = Date.now() + limitMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > deadline) throw new Error(`${what} did not happen within ${limitMs} ms`);
    await sleep(20);
  }
}
