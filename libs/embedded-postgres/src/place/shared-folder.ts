import { chmod, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { EmbeddedPostgresError } from '../errors/embedded-postgres.errors.js';
import { isReachable } from './reachable.js';
import type { ServerUser } from './server-user.js';

/**
 * A folder of root's that `user` can enter, for what it cannot reach where it is: a home folder is closed to others.
 *
 * @throws EmbeddedPostgresError `no-place`
 */
export async function sharedFolder(user: ServerUser): Promise<string> {
  const candidates = ['/var/lib', '/var/tmp', tmpdir()].map((parent) => join(parent, 'shelfwatch'));
  for (const folder of candidates) {
    try {
      if (!(await isReachable(dirname(folder), user))) continue;
      await mkdir(folder, { recursive: true });
      await chmod(folder, 0o755);
      return folder;
    } catch {
      continue;
    }
  }
  throw new EmbeddedPostgresError(
    'no-place',
    `As root, the database runs as another user, who can enter none of ${candidates.join(', ')}. Run as another user, or open one of them: chmod o+x`,
  );
}
