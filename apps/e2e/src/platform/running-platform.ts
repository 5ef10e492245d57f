import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { e2eConfig } from '../e2e.config.js';
import { freePortRun } from './free-port-run.js';

export interface RunningPlatform {
  address: string;
  email: string;
  password: string;
  stop(): Promise<void>;
}

const MAIN = resolve(import.meta.dirname, '../../../../tools/start/dist/main.js');
/** Dashboard, four services, PostgreSQL. */
const PORTS = 6;
const START_MS = 180_000;

/** The platform of `npm start` with its demonstration shop: as configured, else a new one in a folder of its own. */
export async function runningPlatform(): Promise<RunningPlatform> {
  const { platform } = e2eConfig();
  if (platform !== undefined) return { ...platform, stop: async () => undefined };
  const dataDir = await mkdtemp(join(tmpdir(), 'shelfwatch-e2e-'));
  const port = await freePortRun(PORTS);
  const child = spawn(process.execPath, [MAIN, '--port', String(port), '--data', dataDir], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = once(child, 'close');
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await closed;
    await rm(dataDir, { recursive: true, force: true });
  };
  let output = '';
  const read = (chunk: Buffer): void => void (output += chunk.toString());
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  const deadline = Date.now() + START_MS;
  for (;;) {
    const found = readAnnouncement(output);
    if (found !== undefined) return { ...found, stop };
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`The platform did not start (is it built? npm run build):\n${output.slice(-4_000)}`);
    }
    await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data'), closed, pause(1_000)]);
  }
}

/** The lines that `npm start` prints last; undefined while they have not come. */
function readAnnouncement(output: string): { address: string; email: string; password: string } | undefined {
  const field = (name: string): string | undefined => new RegExp(`^\\s*${name}\\s+(\\S+)$`, 'm').exec(output)?.[1];
  const [address, email, password] = [field('Dashboard'), field('Sign in'), field('Password')];
  const complete = output.includes('Ctrl-C stops everything');
  return complete && address && email && password ? { address, email, password } : undefined;
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms).unref());
