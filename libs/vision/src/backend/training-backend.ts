import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { BackendUnavailableError } from './backend.errors.js';
import { registerRelu6Gradient } from './relu6-gradient.js';
import { prepareTensorFlowEnvironment } from './tensorflow.config.js';
import { type TrainingBackendName, trainingBackends } from './training-backend-names.js';
import { registerWasmGradientKernels } from './wasm-gradient-kernels.js';

export interface TrainingBackend {
  name: TrainingBackendName;
  /** Why faster ones were passed over, one line each; for logs. */
  passedOver: string[];
}

/**
 * Makes one TensorFlow.js backend the current one of this process and teaches it what training needs.
 *
 * @param wanted a backend, or `auto` for the fastest that works here
 * @throws {BackendUnavailableError} when the one asked for does not work
 */
export async function openTrainingBackend(wanted: TrainingBackendName | 'auto' = 'auto'): Promise<TrainingBackend> {
  const passedOver: string[] = [];
  for (const name of wanted === 'auto' ? trainingBackends : [wanted]) {
    try {
      await openers[name]();
      registerRelu6Gradient();
      return { name, passedOver };
    } catch (error) {
      const reason = error instanceof Error ? error.message.split('\n')[0]! : String(error);
      if (wanted !== 'auto') throw new BackendUnavailableError(name, reason, { cause: error });
      passedOver.push(`${name}: ${reason}`);
    }
  }
  throw new BackendUnavailableError('auto', passedOver.join('; '));
}

const openers: Record<TrainingBackendName, () => Promise<void>> = {
  'tfjs-node-gpu': () => openNative('@tensorflow/tfjs-node-gpu'),
  'tfjs-node': () => openNative('@tensorflow/tfjs-node'),
  wasm: openWasm,
};

/** The package is optional, so its name is no literal: neither the compiler nor the linter may ask for it. */
async function openNative(packageName: string): Promise<void> {
  prepareTensorFlowEnvironment();
  await import(packageName);
  await activate('tensorflow');
}

async function openWasm(): Promise<void> {
  const wasm = await import('@tensorflow/tfjs-backend-wasm');
  const entry = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm');
  wasm.setWasmPaths(join(dirname(entry), sep));
  await activate('wasm');
  registerWasmGradientKernels();
}

async function activate(backend: string): Promise<void> {
  if (!(await tf.setBackend(backend))) throw new Error(`TensorFlow.js did not start its backend "${backend}".`);
  await tf.ready();
}
