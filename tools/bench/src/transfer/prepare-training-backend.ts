import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '..', '..', '..', '..');
const addons = ['tfjs-node', 'tfjs-node-gpu'].map((name) =>
  join(root, 'node_modules', '@tensorflow', name, 'lib', 'napi-v8', 'tfjs_binding.node'),
);

/**
 * Makes sure that TensorFlow's native addon is there, with which training is twenty times as fast as with WebAssembly: builds it where its
 * own installer could not. When that fails as well, training goes on in WebAssembly, and whoever waits is told.
 */
export async function prepareTrainingBackend(progress: (line: string) => void): Promise<void> {
  if (addons.some((path) => existsSync(path))) return;
  progress('tfjs-node is not there; building it (npm run tfjs-node), which is not part of the time measured');
  const build = spawn(process.execPath, [join(root, 'tools', 'tfjs-node', 'build-addon.mjs')], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [build.stdout, build.stderr]) createInterface(stream).on('line', (line) => progress(line));
  const code = await new Promise<number | null>((resolve, reject) => build.once('error', reject).once('exit', resolve));
  if (code === 0) return;
  progress('tfjs-node could not be built: training in WebAssembly will take about twenty times as long.');
}
