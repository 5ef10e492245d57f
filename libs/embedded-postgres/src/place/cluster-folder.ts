import { createHash, randomUUID } from 'node:crypto';
import { chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isReachable } from './reachable.js';
import { serverUser, type ServerUser } from './server-user.js';
import { sharedFolder } from './shared-folder.js';

export interface ClusterFolder {
  /** PostgreSQL's own data directory, which may not exist yet. */
  path: string;
  /** The folder around it, where the server's user may write. */
  home: string;
  user: ServerUser | undefined;
}

/** Where the cluster of `dataDir` lies: inside, or elsewhere when the server's user cannot enter `dataDir`. */
export async function clusterFolder(dataDir: string): Promise<ClusterFolder> {
  const inside = join(dataDir, 'server');
  const user = await serverUser(join(inside, 'cluster'));
  const home = user === undefined || (await isReachable(dataDir, user)) ? inside : await elsewhere(dataDir, user);
  await mkdir(home, { recursive: true, mode: 0o700 });
  if (user !== undefined) await chown(home, user.uid, user.gid);
  return { path: join(home, 'cluster'), home, user };
}

/** The key that stays in `dataDir` ties the two: when `dataDir` was emptied, what lies elsewhere is emptied as well. */
async function elsewhere(dataDir: string, user: ServerUser): Promise<string> {
  const name = createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 12);
  const home = join(await sharedFolder(user), `data-${name}`);
  const key = await readFile(join(dataDir, 'server-key'), 'utf8').catch(() => undefined);
  const known = await readFile(`${home}.key`, 'utf8').catch(() => undefined);
  if (key !== undefined && key === known) return home;
  const fresh = randomUUID();
  await rm(home, { recursive: true, force: true });
  await writeFile(`${home}.key`, fresh, { mode: 0o600 });
  await writeFile(join(dataDir, 'server-key'), fresh, { mode: 0o600 });
  await writeFile(join(dataDir, 'server-place.txt'), `The database's files are in ${home}\n`);
  return home;
}
