import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { TOPICS, type ShopDefinitionInput } from '@shelfwatch/contracts';
import { freePort, startEmbeddedPostgres } from '@shelfwatch/embedded-postgres';
import { createEventStream, type EventStream } from '@shelfwatch/messaging';
import { Database } from '@shelfwatch/persistence';
import { ApiClient, ServiceProcess, Teardown } from '@shelfwatch/start';
import { StreamLag } from './stream-lag.js';

const root = resolve(import.meta.dirname, '..', '..', '..', '..');
const ADMIN = { email: 'bench@shelfwatch.local', password: 'bench-password' };
const app = (name: string): string => join(root, 'apps', name, 'dist', 'main.js');

export interface TestPlatformOptions {
  /** Folder of the model to serve; the shipped one by default. */
  modelDir?: string;
  /** With the retraining service, through which models can be taught and promoted. */
  retraining?: boolean;
}

/** The services of the platform as they run in a shop, each in its own process, on a database of their own. */
export class TestPlatform {
  private constructor(
    readonly database: Database,
    readonly stream: EventStream,
    readonly lag: StreamLag,
    private readonly api: ApiClient,
    /** Of the retraining service; whoever knows the address is let in. */
    readonly retrainingUrl: string,
    readonly modelsDir: string,
    private readonly teardown: Teardown,
  ) {}

  static async start(
    progress: (line: string) => void,
    { modelDir, retraining: withRetraining = false }: TestPlatformOptions = {},
  ): Promise<TestPlatform> {
    progress('starting PostgreSQL, monitoring, inference and ingestion');
    const teardown = new Teardown();
    try {
      const folder = await mkdtemp(join(tmpdir(), 'shelfwatch-bench-'));
      teardown.add('folder', () => rm(folder, { recursive: true, force: true }));
      const server = await startEmbeddedPostgres({
        dataDir: join(folder, 'postgres'),
        port: 0,
        database: 'bench',
        disposable: true,
      });
      teardown.add('PostgreSQL', () => server.stop());
      const [monitoring, inference, ingestion] = [await freePort(), await freePort(), await freePort()];
      const retraining = await freePort();
      const shared = {
        NODE_ENV: 'production',
        LOG_LEVEL: 'warn',
        DATABASE_URL: server.url,
        PICTURES_DIR: join(folder, 'pictures'),
        MODELS_DIR: join(folder, 'models'),
      };
      const launch = async (name: string, port: number, env: Record<string, string>): Promise<void> => {
        const readyUrl = `http://127.0.0.1:${port}/health/ready`;
        const service = new ServiceProcess(
          { name, script: app(name), env: { ...shared, ...env }, readyUrl },
          folder,
          progress,
        );
        teardown.add(name, () => service.stop());
        await service.start();
      };
      await launch('monitoring', monitoring, {
        MONITORING_PORT: String(monitoring),
        MONITORING_ADMIN_EMAIL: ADMIN.email,
        MONITORING_ADMIN_PASSWORD: ADMIN.password,
      });
      await launch('inference', inference, {
        INFERENCE_PORT: String(inference),
        ...(modelDir === undefined ? {} : { MODEL_DIR: modelDir }),
      });
      if (withRetraining)
        await launch('retraining', retraining, {
          RETRAINING_PORT: String(retraining),
          RETRAINING_DIR: join(folder, 'retraining'),
          INFERENCE_URL: `http://127.0.0.1:${inference}`,
        });
      await launch('ingestion', ingestion, {
        INGESTION_PORT: String(ingestion),
        INFERENCE_URL: `http://127.0.0.1:${inference}`,
      });
      const api = await ApiClient.signIn(`http://127.0.0.1:${monitoring}`, ADMIN.email, ADMIN.password);
      const database = await Database.open({ url: server.url });
      teardown.add('database', () => database.close());
      const stream = createEventStream({ databaseUrl: server.url, clientId: 'bench' });
      teardown.add('event stream', () => stream.close());
      const lag = new StreamLag(server.url, TOPICS.frameCaptured.name, 'ingestion');
      teardown.add('lag', () => lag.close());
      return new TestPlatform(
        database,
        stream,
        lag,
        api,
        `http://127.0.0.1:${retraining}`,
        shared.MODELS_DIR,
        teardown,
      );
    } catch (error) {
      await teardown.run();
      throw error;
    }
  }

  createShop(shop: ShopDefinitionInput): Promise<void> {
    return this.api.put(`/v1/shops/${shop.store.storeId}`, shop);
  }

  stop(): Promise<void> {
    return this.teardown.run();
  }
}
