import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { StartRun } from '@shelfwatch/contracts';
import type { TrainingBackendName } from './estimate-run.js';

const require = createRequire(import.meta.url);

/** The backend that a run will probably compute with. Looks for TensorFlow's addons without loading them: that is left to the training process. */
export function backendOf(wish: StartRun['backend']): TrainingBackendName {
  if (wish !== 'auto') return wish;
  const hasGpu = existsSync('/proc/driver/nvidia/version') || process.platform === 'win32';
  if (hasGpu && hasAddon('@tensorflow/tfjs-node-gpu')) return 'tfjs-node-gpu';
  return hasAddon('@tensorflow/tfjs-node') ? 'tfjs-node' : 'wasm';
}

function hasAddon(name: string): boolean {
  try {
    const folder = dirname(require.resolve(`${name}/package.json`));
    return existsSync(join(folder, 'lib', 'napi-v8', 'tfjs_binding.node'));
  } catch {
    return false;
  }
}
