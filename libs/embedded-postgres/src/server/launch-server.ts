import { spawn, type ChildProcess } from 'node:child_process';
import { close, open } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import type { Binaries } from '../place/binaries.js';
import type { ClusterFolder } from '../place/cluster-folder.js';
import { EmbeddedPostgresError } from '../errors/embedded-postgres.errors.js';
import { explainLog, isStillDying } from './explain-log.js';
import { isFree } from './free-port.js';
import { stopServer } from './leftover-server.js';

export interface Launch {
  folder: ClusterFolder;
  binaries: Binaries;
  port: number;
  logFile: string;
  /** `name=value` of postgresql.conf. */
  settings: readonly string[];
  /** Of the database `postgres`, to see when it answers. */
  url: string;
}

const START_LIMIT_MS = 60_000;
const DYING_LIMIT_MS = 10_000;

/** Starts the server and waits until it answers. @throws EmbeddedPostgresError with the log's last lines */
export async function launchServer(launch: Launch): Promise<ChildProcess> {
  await refuseTakenPort(launch.port);
  for (const giveUpAt = Date.now() + DYING_LIMIT_MS; ; await sleep(200)) {
    const child = await spawnServer(launch);
    if (await answers(child, launch)) return child;
    if (child.exitCode === null && child.signalCode === null) await stopServer(child.pid!, launch.folder.path);
    const log = await readFile(launch.logFile, 'utf8').catch(() => '');
    if (!isStillDying(log) || Date.now() > giveUpAt) {
      throw explainLog(log, `The database did not start on port ${launch.port}`);
    }
  }
}

async function spawnServer({ folder, binaries, port, logFile, settings }: Launch): Promise<ChildProcess> {
  // A file, not a pipe: the server must be able to write when this process is gone.
  const log = await promisify(open)(logFile, 'w');
  const options = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', ...settings];
  const args = ['-D', folder.path, '-p', String(port), ...options.flatMap((option) => ['-c', option])];
  const child = spawn(binaries.postgres, args, {
    cwd: folder.home,
    stdio: ['ignore', log, log],
    // Its own session: Ctrl-C in a terminal must not stop it before the services that use it.
    detached: true,
    ...folder.user,
  });
  child.on('error', () => {});
  await promisify(close)(log);
  child.unref();
  return child;
}

async function answers(child: ChildProcess, launch: Launch): Promise<boolean> {
  for (const deadline = Date.now() + START_LIMIT_MS; Date.now() < deadline; await sleep(25)) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return false;
    const client = new pg.Client({ connectionString: launch.url, connectionTimeoutMillis: 2_000 });
    client.on('error', () => {});
    try {
      await client.connect();
      // Another program's PostgreSQL may listen on this port with the same password: ask which folder it serves.
      const { rows } = await client.query<{ folder: string }>("SELECT current_setting('data_directory') AS folder");
      if (rows[0]?.folder === launch.folder.path) return true;
    } catch {
      continue;
    } finally {
      // Not awaited: it never ends when something else than PostgreSQL accepted the connection.
      client.end().catch(() => {});
    }
  }
  return false;
}

async function refuseTakenPort(port: number): Promise<void> {
  if (await isFree(port)) return;
  throw new EmbeddedPostgresError(
    'port-taken',
    `The database cannot start: another program listens on 127.0.0.1:${port}. Stop it or choose another port.`,
  );
}
