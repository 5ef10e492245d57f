import { randomBytes } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { EmbeddedPostgresError } from '../errors/embedded-postgres.errors.js';
import { livingProcess } from './process-life.js';

interface Owner {
  pid: number;
  startedAt: string;
}

/**
 * Takes a folder for this process alone, by a lock file that names it. A lock whose process is gone is taken over,
 * even when its id was given to another process since.
 *
 * @returns gives the folder back
 * @throws EmbeddedPostgresError `in-use`
 */
export async function lockFolder(lockFile: string): Promise<() => Promise<void>> {
  const self: Owner = { pid: process.pid, startedAt: (await livingProcess(process.pid))?.startedAt ?? '' };
  const mine = `${lockFile}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await writeFile(mine, JSON.stringify(self));
  try {
    while (!(await linkIfAbsent(mine, lockFile))) await removeWhenStale(lockFile);
  } finally {
    await rm(mine, { force: true });
  }
  return () => rm(lockFile, { force: true });
}

/** `link` is the one way to create a complete file that fails when another is there. */
async function linkIfAbsent(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

async function removeWhenStale(lockFile: string): Promise<void> {
  const seen = await readFile(lockFile, 'utf8').catch(() => undefined);
  if (seen === undefined) return;
  await refuseWhenAlive(seen, lockFile);
  // Between reading and removing, another starter may have taken the stale lock over: then what we hold is not what we saw.
  const aside = `${lockFile}.stale.${process.pid}.${randomBytes(4).toString('hex')}`;
  await rename(lockFile, aside).catch(() => undefined);
  const moved = await readFile(aside, 'utf8').catch(() => undefined);
  if (moved !== undefined && moved !== seen) await linkIfAbsent(aside, lockFile);
  await rm(aside, { force: true });
}

async function refuseWhenAlive(content: string, lockFile: string): Promise<void> {
  const owner = parseOwner(content);
  if (owner === undefined) return;
  const living = await livingProcess(owner.pid);
  if (living === undefined || living.startedAt !== owner.startedAt) return;
  throw new EmbeddedPostgresError(
    'in-use',
    `Process ${owner.pid} already runs a database on this folder (${lockFile}). Stop it first, or use another folder.`,
  );
}

function parseOwner(content: string): Owner | undefined {
  try {
    return JSON.parse(content) as Owner;
  } catch {
    return undefined;
  }
}
