import { readFile, rm, writeFile } from 'node:fs/promises';
import { StartError } from '../cli/start.errors.js';

interface Running {
  pid: number;
  address: string;
}

/**
 * Marks the data folder as in use by this process. A lock left behind by a process that is gone is taken over.
 *
 * @returns a function that gives the folder free again
 * @throws StartError `already-running`, with the address of the platform that runs
 */
export async function lockDataFolder(lockFile: string, address: string): Promise<() => Promise<void>> {
  const other = await readRunning(lockFile);
  if (other !== undefined && other.pid !== process.pid && isAlive(other.pid)) {
    throw new StartError(
      'already-running',
      `Shelfwatch already runs on this data at ${other.address} (process ${other.pid}). Open it, or stop it with: kill ${other.pid}`,
    );
  }
  await writeFile(lockFile, JSON.stringify({ pid: process.pid, address } satisfies Running));
  return () => rm(lockFile, { force: true });
}

async function readRunning(lockFile: string): Promise<Running | undefined> {
  try {
    return JSON.parse(await readFile(lockFile, 'utf8')) as Running;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
