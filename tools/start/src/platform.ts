import { join } from 'node:path';
import { startEmbeddedPostgres } from '@shelfwatch/embedded-postgres';
import { checkDiskSpace } from './checks/disk.js';
import { checkModelIsThere } from './checks/model.js';
import { checkPortsAreFree, portsFrom } from './checks/ports.js';
import type { StartOptions } from './cli/options.js';
import { step } from './cli/step.js';
import { announce } from './cli/announce.js';
import { adminPassword } from './data-folder/admin-password.js';
import { openDataFolder } from './data-folder/data-folder.js';
import { lockDataFolder } from './data-folder/running-lock.js';
import { createDemoShop } from './demo/create-demo-shop.js';
import { simulatedCameras } from './demo/simulated-cameras.js';
import { ServiceProcess } from './process/service-process.js';
import { platformServices, type PlatformSettings } from './process/services.js';
import { untilStopped } from './process/until-stopped.js';
import { Teardown } from './process/teardown.js';
import { readStartEnvironment } from './start.config.js';

const ADMIN_EMAIL = 'admin@shelfwatch.local';

/** Starts everything on this machine, in order, and keeps it until Ctrl-C or SIGTERM; then ends it in the opposite order. */
export async function startPlatform(options: StartOptions, root: string): Promise<void> {
  const environment = readStartEnvironment();
  const ports = portsFrom(options.port);
  const address = `http://localhost:${ports.dashboard}`;
  const modelDir = environment.modelDir ?? join(root, 'libs', 'vision', 'models', 'demo-shop');
  const teardown = new Teardown();
  const stopped = untilStopped();
  try {
    await checkModelIsThere(modelDir);
    const data = await openDataFolder(options.dataDir);
    await checkDiskSpace(data.root);
    teardown.add('data folder', await lockDataFolder(data.lockFile, address));
    if (options.reset) await step('Delete the old data', () => data.clear());
    const password = await adminPassword(data.adminPasswordFile);
    const { postgres: postgresPort, ...servicePorts } = ports;
    await checkPortsAreFree(servicePorts);

    const databaseUrl =
      environment.databaseUrl ??
      (await step('Start PostgreSQL', async () => {
        const server = await startEmbeddedPostgres({
          dataDir: data.postgres,
          port: postgresPort,
          database: 'shelfwatch',
        });
        teardown.add('PostgreSQL', () => server.stop());
        return server.url;
      }));

    const settings: PlatformSettings = {
      root,
      ports,
      databaseUrl,
      kafkaBrokers: environment.kafkaBrokers,
      picturesDir: data.pictures,
      modelDir,
      modelsDir: data.models,
      inferenceDir: data.inference,
      retrainingDir: data.retraining,
      inferenceEngine: environment.inferenceEngine,
      adminEmail: ADMIN_EMAIL,
      adminPassword: password,
    };
    const launch = async (spec: ConstructorParameters<typeof ServiceProcess>[0]): Promise<void> => {
      const service = new ServiceProcess(spec, data.logs, (line) => console.error(`! ${line}`));
      teardown.add(spec.name, () => service.stop());
      await Promise.race([step(`Start ${spec.name}`, () => service.start()), stopped]);
    };
    for (const group of platformServices(settings)) await Promise.all(group.map(launch));
    if (options.demo) {
      const shop = await step('Create the demonstration shop', () =>
        createDemoShop({
          monitoringUrl: `http://127.0.0.1:${ports.monitoring}`,
          email: ADMIN_EMAIL,
          password,
          seed: options.seed,
        }),
      );
      await launch(simulatedCameras(settings, options));
      announce({ address, email: ADMIN_EMAIL, password, data: data.root, shop });
    } else
      announce({
        address,
        email: ADMIN_EMAIL,
        password,
        data: data.root,
        gateway: `http://localhost:${ports.ingestion}`,
      });
    await stopped;
  } finally {
    await teardown.run();
  }
}
