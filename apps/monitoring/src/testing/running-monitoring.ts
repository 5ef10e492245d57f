import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { Database } from '@shelfwatch/persistence';
import { PictureStore } from '@shelfwatch/pictures';
import { parseConfig } from '@shelfwatch/platform';
import { startTestDatabase } from '@shelfwatch/testing';
import { type BreakableConnection, breakableConnection } from './breakable-connection.js';
import { AppModule } from '../app.module.js';
import { acceptJson } from '../http/accept-json.js';
import { monitoringSettings } from '../monitoring.config.js';

export const ADMIN = { email: 'boss@example.com', password: 'correct horse' };

/** Monitoring on a database of its own, over real HTTP. */
export interface RunningMonitoring {
  url: string;
  databaseUrl: string;
  database: Database;
  pictures: PictureStore;
  /** A request with the cookie of the last sign-in. */
  request(path: string, init?: RequestInit & { json?: unknown }): Promise<Response>;
  signIn(email: string, password: string): Promise<Response>;
  /** Monitoring's way to its database. */
  databaseWire: BreakableConnection;
  /** What Express serves, as `get /v1/stores`. */
  routes(): string[];
  stop(): Promise<void>;
}

export async function startMonitoring(): Promise<RunningMonitoring> {
  const testDatabase = await startTestDatabase();
  const pictures = await mkdtemp(join(tmpdir(), 'shelfwatch-pictures-'));
  const address = new URL(testDatabase.url);
  const wire = await breakableConnection({ host: address.hostname, port: Number(address.port) });
  address.host = `127.0.0.1:${wire.port}`;
  const settings = parseConfig(monitoringSettings, {
    DATABASE_URL: address.href,
    PICTURES_DIR: pictures,
    MONITORING_ADMIN_EMAIL: ADMIN.email,
    MONITORING_ADMIN_PASSWORD: ADMIN.password,
    LOG_LEVEL: 'silent',
  });
  const module = await Test.createTestingModule({ imports: [AppModule.forRoot(settings)] }).compile();
  const app = module.createNestApplication<NestExpressApplication>({ logger: false, forceCloseConnections: true });
  acceptJson(app);
  await app.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  let cookie = '';
  const request: RunningMonitoring['request'] = (path, { json, headers, ...init } = {}) =>
    fetch(`${url}${path}`, {
      ...init,
      headers: { cookie, ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
  return {
    url,
    databaseUrl: testDatabase.url,
    database: app.get(Database),
    pictures: app.get(PictureStore),
    request,
    signIn: async (email, password) => {
      const response = await request('/v1/auth/sign-in', { method: 'POST', json: { email, password } });
      if (response.ok) cookie = response.headers.getSetCookie()[0]!.split(';')[0]!;
      return response;
    },
    databaseWire: wire,
    routes: () => routesOf(app),
    stop: async () => {
      await app.close();
      await wire.close();
      await testDatabase.drop();
      await rm(pictures, { recursive: true, force: true });
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
