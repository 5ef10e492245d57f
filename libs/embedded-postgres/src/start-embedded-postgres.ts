import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { EmbeddedPostgres, EmbeddedPostgresOptions } from './embedded-postgres.js';
import { findBinaries } from './place/binaries.js';
import { clusterFolder } from './place/cluster-folder.js';
import { lockFolder } from './place/folder-lock.js';
import { serverPassword, SUPERUSER } from './server/credentials.js';
import { freePort } from './server/free-port.js';
import { initialiseCluster } from './server/initialise-cluster.js';
import { launchServer } from './server/launch-server.js';
import { stopLeftoverServer, stopServer } from './server/leftover-server.js';
import { createDatabaseIfMissing, dropDatabaseIfPresent } from './server/databases.js';
import { guardAgainstOrphan } from './server/orphan-guard.js';

/**
 * Starts the PostgreSQL that comes in the npm package, on the loopback interface, with its data in a folder. A server
 * that a killed process left on the folder is stopped first. The server ends with this process, even by SIGKILL.
 *
 * @throws EmbeddedPostgresError `in-use` when a living process already runs a server on the folder; `port-taken` and others
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  await mkdir(dataDir, { recursive: true });
  const unlock = await lockFolder(join(dataDir, 'server.lock'));
  try {
    return await startLocked(dataDir, options, unlock);
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function startLocked(
  dataDir: string,
  options: EmbeddedPostgresOptions,
  unlock: () => Promise<void>,
): Promise<EmbeddedPostgres> {
  const folder = await clusterFolder(dataDir);
  const binaries = await findBinaries(folder.user);
  await stopLeftoverServer(folder.path);
  const password = await serverPassword(join(dataDir, 'server-password'));
  await initialiseCluster(folder, binaries, password);
  const port = options.port === 0 ? await freePort() : options.port;
  const urlOf = (database: string): string => `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
  const server = await launchServer({
    folder,
    binaries,
    port,
    logFile: join(dataDir, 'server.log'),
    settings: options.settings ?? [],
    url: urlOf('postgres'),
  });
  const pid = server.pid!;
  const disposable = options.disposable ? [folder.home, `${folder.home}.key`, dataDir] : [];
  const dismissGuard = guardAgainstOrphan(pid, disposable);
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    await stopServer(pid, folder.path);
    dismissGuard();
    await unlock();
    for (const path of disposable) await rm(path, { recursive: true, force: true });
  };
  const ensureDatabase = async (name: string): Promise<string> => {
    await createDatabaseIfMissing(urlOf('postgres'), name);
    return urlOf(name);
  };
  return {
    pid,
    port,
    url: await ensureDatabase(options.database ?? 'postgres'),
    urlOf,
    ensureDatabase,
    dropDatabase: (name) => dropDatabaseIfPresent(urlOf('postgres'), name),
    stop: () => (stopping ??= stop()),
  };
}
