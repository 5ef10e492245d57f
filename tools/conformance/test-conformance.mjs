/**
 * Starts the inference service with the shipped model, and lets other people's programs check it: Triton's HTTP client, the ONNX checker and ONNX
 * Runtime for Python (`v2_client.py`).
 *
 * Usage: node tools/conformance/test-conformance.mjs [--python python3]      after a build
 * Needs Python 3 with venv, and the Python package index the first time. Ends with the checks' exit status.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { run, step, StepError } from '../tfjs-node/step.mjs';

const { values } = parseArgs({ options: { python: { type: 'string', default: 'python3' } } });
const root = join(import.meta.dirname, '..', '..');
const venv = join(root, '.shelfwatch', 'conformance-venv');
const python = join(venv, 'bin', 'python');
const packages = ['tritonclient[http]>=2.50', 'onnx>=1.16', 'onnxruntime>=1.18', 'numpy'];
const model = join(root, 'libs', 'vision', 'models', 'demo-shop');
const readyTimeoutMs = 120_000;

async function ensureVenv() {
  if (!existsSync(python))
    await run(values.python, ['-m', 'venv', venv], {
      advice:
        'Install Python 3 with venv (Debian: apt-get install python3-venv), or name another Python with --python.',
    });
  try {
    await run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages], {
      advice: 'The packages come from the Python package index: check the network.',
    });
  } catch (error) {
    // One that was cut short would fail for ever.
    await rm(venv, { recursive: true, force: true });
    throw error;
  }
  return { did: packages.join(', ') };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function startService() {
  const script = join(root, 'apps', 'inference', 'dist', 'main.js');
  if (!existsSync(script)) throw new StepError(`${script} is missing: run "npm run build" first.`);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [script], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...{ PATH: process.env.PATH, HOME: process.env.HOME, LOG_LEVEL: 'error' },
      ...{ INFERENCE_PORT: String(port), MODEL_DIR: model, SHELFWATCH_PARENT_PID: String(process.pid) },
    },
  });
  const exited = once(child, 'exit');
  for (const deadline = Date.now() + readyTimeoutMs; ; await delay(200)) {
    if (child.exitCode !== null) throw new StepError(`The service ended with status ${child.exitCode}.`);
    if (
      await fetch(`${url}/v2/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      break;
    if (Date.now() < deadline) continue;
    child.kill('SIGKILL');
    throw new StepError(`The service was not ready after ${readyTimeoutMs / 1_000} s.`);
  }
  const stop = async () => {
    child.kill('SIGTERM');
    await exited;
  };
  return { url, stop, did: `serves ${model} on ${url}` };
}

try {
  await step('Other people’s programs', ensureVenv);
  const service = await step('Start the inference service', startService);
  try {
    const script = join(import.meta.dirname, 'v2_client.py');
    const checks = spawn(python, [script, service.url, model], { stdio: 'inherit' });
    const [code] = await once(checks, 'close');
    process.exitCode = code ?? 1;
  } finally {
    await service.stop();
  }
} catch (error) {
  console.error(`✖ conformance: ${error instanceof StepError ? error.message : error.stack}`);
  process.exitCode = 1;
}
