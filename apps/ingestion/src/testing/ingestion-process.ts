import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..', '..');

/** Ingestion as a process of its own, from its TypeScript sources. */
export interface IngestionProcess {
  child: ChildProcess;
  /** Both streams so far. */
  output: () => string;
  /** Exit code, or the signal that ended it. */
  ended: Promise<number | string>;
}

/** @param env complete, but for what finding programs needs */
export function startIngestionProcess(env: Record<string, string>): IngestionProcess {
  const hooks = join(root, 'tools', 'jest', 'typescript-hooks.mjs');
  const main = join(root, 'apps', 'ingestion', 'src', 'main.ts');
  const child = spawn(process.execPath, ['--conditions=@shelfwatch/source', '--import', hooks, main], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string);
  return { child, output: () => output, ended };
}
