import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { until } from './retraining-harness.js';

const root = join(import.meta.dirname, '..', '..', '..', '..');

/** The real inference service as a process of its own, from its sources. */
export interface InferenceProcess {
  url: string;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** @param env MODEL_DIR, MODELS_DIR, INFERENCE_STATE_DIR */
export async function inferenceProcess(env: Record<string, string>): Promise<InferenceProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const hooks = join(root, 'tools', 'jest', 'typescript-hooks.mjs');
  const main = join(root, 'apps', 'inference', 'src', 'main.ts');
  let stopRunning = async (): Promise<void> => {};
  return {
    url,
    async start() {
      const child = spawn(
        process.execPath,
        ['--no-warnings', '--conditions=@shelfwatch/source', '--import', hooks, main],
        {
          cwd: root,
          env: { NODE_ENV: 'test', LOG_LEVEL: 'silent', INFERENCE_PORT: String(port), ...env },
          stdio: ['ignore', 'ignore', 'inherit'],
        },
      );
      const ended = once(child, 'exit');
      stopRunning = async () => {
        child.kill('SIGTERM');
        await ended;
      };
      const isReady = async () => (await fetch(`${url}/health/ready`).catch(() => undefined))?.ok === true;
      await until(isReady, (ready) => ready || child.exitCode !== null, 60_000);
      if (child.exitCode !== null) throw new Error(`Inference ended with ${child.exitCode}.`);
    },
    stop: () => stopRunning(),
  };
}

/** Below the range from which the system takes ports for outgoing connections: nothing else takes it before the service listens. */
async function freePort(): Promise<number> {
  const port = 21_000 + Math.floor(Math.random() * 11_000);
  const server = createServer();
  const isFree = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => resolve(true));
  });
  await new Promise((resolve) => server.close(resolve));
  return isFree ? port : freePort();
}
