import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { livingProcess } from '../place/process-life.js';

const FAST_STOP_MS = 15_000;
const IMMEDIATE_STOP_MS = 5_000;

/**
 * Stops a server that an earlier process left behind (killed, it could not stop it), and removes a lock file that no
 * server holds any more. Call it only while holding the folder's lock.
 */
export async function stopLeftoverServer(clusterDir: string): Promise<void> {
  const pidFile = join(clusterDir, 'postmaster.pid');
  const pid = await postmasterPid(clusterDir);
  if (pid === undefined) return;
  if (await isServer(pid)) await stopServer(pid, clusterDir);
  await rm(pidFile, { force: true });
}

/** Fast shutdown, then immediate: after either the next start recovers every committed row. */
export async function stopServer(pid: number, clusterDir: string): Promise<void> {
  for (const [signal, limitMs] of [
    ['SIGINT', FAST_STOP_MS],
    ['SIGQUIT', IMMEDIATE_STOP_MS],
    ['SIGKILL', IMMEDIATE_STOP_MS],
  ] as const) {
    send(pid, signal);
    if (await isGone(pid, clusterDir, limitMs)) return;
  }
}

/** First line of `postmaster.pid`. */
export async function postmasterPid(clusterDir: string): Promise<number | undefined> {
  const content = await readFile(join(clusterDir, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(content.split('\n')[0]);
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
}

/** The id may belong to a quite different program by now. */
const isServer = async (pid: number): Promise<boolean> => /^postgres/.test((await livingProcess(pid))?.name ?? '');

async function isGone(pid: number, clusterDir: string, limitMs: number): Promise<boolean> {
  for (const deadline = Date.now() + limitMs; Date.now() < deadline; await sleep(20)) {
    if (!(await isServer(pid)) && (await postmasterPid(clusterDir)) !== pid) return true;
    if (!(await isServer(pid))) return true;
  }
  return false;
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone already.
  }
}
