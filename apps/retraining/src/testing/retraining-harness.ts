import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { Database } from '@shelfwatch/persistence';
import { parseConfig } from '@shelfwatch/platform';
import { startTestDatabase } from '@shelfwatch/testing';
import { AppModule } from '../app.module.js';
import { retrainingSettings } from '../retraining.config.js';

/** The service as it runs, on a real PostgreSQL and in a folder of its own. */
export interface RetrainingHarness {
  folder: string;
  readonly url: string;
  readonly database: Database;
  get<T>(path: string): Promise<T>;
  post(path: string, body?: unknown): Promise<Response>;
  /** A ZIP as the body. */
  upload(path: string, zip: Buffer): Promise<Response>;
  /** What Express serves, as `get /v1/runs`. */
  routes(): string[];
  /** Ends the service and starts it again. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** @param env on top of what every test needs; may depend on the service's folder */
export async function startRetraining(
  env: Record<string, string> | ((folder: string) => Promise<Record<string, string>>) = {},
): Promise<RetrainingHarness> {
  const folder = await mkdtemp(join(tmpdir(), 'retraining-'));
  const more = typeof env === 'function' ? await env(folder) : env;
  const testDatabase = await startTestDatabase();
  const settings = parseConfig(retrainingSettings, {
    ...{ DATABASE_URL: testDatabase.url, PICTURES_DIR: join(folder, 'pictures'), LOG_LEVEL: 'silent' },
    ...{
      MODELS_DIR: join(folder, 'models'),
      RETRAINING_DIR: join(folder, 'retraining'),
      IMPORT_DIR: join(folder, 'import'),
    },
    ...{ INFERENCE_URL: 'http://127.0.0.1:9', ...more },
  });
  const startApp = async () => {
    const module = await Test.createTestingModule({ imports: [AppModule.forRoot(settings)] }).compile();
    const app = module.createNestApplication<NestExpressApplication>({ logger: false });
    await app.listen(0, '127.0.0.1');
    return app;
  };
  let app = await startApp();
  const urlOf = () => `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  const post = (path: string, body: string | Uint8Array<ArrayBuffer>, type: string) =>
    fetch(`${urlOf()}${path}`, { method: 'POST', headers: { 'content-type': type }, body });
  return {
    folder,
    get url() {
      return urlOf();
    },
    get database() {
      return app.get(Database);
    },
    get: async <T>(path: string) => (await (await fetch(`${urlOf()}${path}`)).json()) as T,
    post: (path, body = {}) => post(path, JSON.stringify(body), 'application/json'),
    upload: (path, zip) => post(path, new Uint8Array(zip), 'application/zip'),
    routes: () => routesOf(app),
    async restart() {
      await app.close();
      app = await startApp();
    },
    async stop() {
      await app.close();
      await testDatabase.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface ExpressLayer {
  route?: { path: string; methods: Record<string, boolean> };
}

function routesOf(app: NestExpressApplication): string[] {
  const { router } = app.getHttpAdapter().getInstance() as { router: { stack: ExpressLayer[] } };
  return router.stack.flatMap(({ route }) =>
    route === undefined ? [] : Object.keys(route.methods).map((method) => `${method} ${route.path}`),
  );
}

/** Asks again until the answer is as wanted. @throws when that takes too long */
export async function until<T>(ask: () => Promise<T>, isSo: (answer: T) => boolean, mostMs = 30_000): Promise<T> {
  for (const deadline = Date.now() + mostMs; ; await sleep(50)) {
    const answer = await ask();
    if (isSo(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`Waited in vain; last: ${JSON.stringify(answer)}`);
  }
}
