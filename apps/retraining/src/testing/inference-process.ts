import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
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
      const child = spawn(process.execPath, ['--no-warnings', '--import', hooks, main], {
        cwd: root,
        env: { NODE_ENV: 'test', LOG_LEVEL: 'silent', INFERENCE_PORT: String(port), ...env },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
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

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
