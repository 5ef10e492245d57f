import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedPostgresError } from '../errors/embedded-postgres.errors.js';
import type { Binaries } from '../place/binaries.js';
import type { ClusterFolder } from '../place/cluster-folder.js';
import { SUPERUSER } from './credentials.js';
import { explainLog } from './explain-log.js';

/**
 * Creates the cluster unless it is there. It appears under its name only when complete, so that a start that was
 * killed half-way does no harm.
 */
export async function initialiseCluster(folder: ClusterFolder, binaries: Binaries, password: string): Promise<void> {
  const version = await readFile(join(folder.path, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version !== undefined) return refuseOtherVersion(version.trim(), binaries.majorVersion, folder.path);
  const half = `${folder.path}.new`;
  const passwordFile = join(folder.home, 'initial-password');
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (folder.user !== undefined) {
    for (const path of [half, passwordFile]) await chown(path, folder.user.uid, folder.user.gid);
  }
  try {
    await runInitdb(binaries.initdb, half, passwordFile, folder);
    await rename(half, folder.path);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function runInitdb(initdb: string, target: string, passwordFile: string, folder: ClusterFolder): Promise<void> {
  const args = [
    `--pgdata=${target}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    // The files reach the disk at the first checkpoint; until then there is nothing to lose.
    '--no-sync',
  ];
  const child = spawn(initdb, args, { cwd: folder.home, stdio: ['ignore', 'pipe', 'pipe'], ...folder.user });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw explainLog(output, 'The database could not be created');
}

function refuseOtherVersion(found: string, wanted: string, path: string): void {
  if (found === wanted) return;
  throw new EmbeddedPostgresError(
    'wrong-version',
    `${path} was written by PostgreSQL ${found}, this is PostgreSQL ${wanted}. Start once with the version of Shelfwatch that wrote it and export what you need, or start anew with --reset.`,
  );
}
