import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedPostgresError } from '../errors/embedded-postgres.errors.js';

/** The user that the server runs as. Undefined = the user of this process. */
export interface ServerUser {
  uid: number;
  gid: number;
}

/** PostgreSQL refuses to run as root; these users exist nearly everywhere, so that none has to be created. */
const CANDIDATES = ['postgres', 'nobody'];

/**
 * Whom to become when this process is root. The owner of an existing cluster goes first: its files are readable by no one else.
 *
 * @throws EmbeddedPostgresError `no-place` when this machine has no such user
 */
export async function serverUser(clusterDir: string): Promise<ServerUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(join(clusterDir, 'PG_VERSION')).catch(() => undefined);
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  for (const name of CANDIDATES) {
    const user = await lookUp(name);
    if (user !== undefined) return user;
  }
  throw new EmbeddedPostgresError(
    'no-place',
    'PostgreSQL does not run as root, and this machine has neither a user "postgres" nor "nobody". Run as another user, or create one: useradd postgres',
  );
}

async function lookUp(name: string): Promise<ServerUser | undefined> {
  const run = promisify(execFile);
  try {
    const [uid, gid] = await Promise.all(
      ['-u', '-g'].map(async (flag) => Number((await run('id', [flag, name])).stdout)),
    );
    return uid === undefined || gid === undefined ? undefined : { uid, gid };
  } catch {
    return undefined;
  }
}
