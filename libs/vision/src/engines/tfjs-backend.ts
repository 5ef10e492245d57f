import * as tf from '@tensorflow/tfjs';
import { EngineUnavailableError } from './engine.errors.js';
import type { EngineName } from './inference-engine.js';

export type TfjsEngineName = Exclude<EngineName, 'onnxruntime'>;

/** The native packages are optional, for the machine and for the compiler: hence names, not literal imports. */
const packages: Readonly<Record<TfjsEngineName, { packageName: string; backend: string; advice: string }>> = {
  'tfjs-node-gpu': {
    packageName: '@tensorflow/tfjs-node-gpu',
    backend: 'tensorflow',
    advice:
      '@tensorflow/tfjs-node-gpu is not installed or finds no CUDA 11.2 with cuDNN 8.1; set INFERENCE_ENGINE=auto.',
  },
  'tfjs-node': {
    packageName: '@tensorflow/tfjs-node',
    backend: 'tensorflow',
    advice: '@tensorflow/tfjs-node is not installed; build it with "npm run tfjs-node", or set INFERENCE_ENGINE=auto.',
  },
  wasm: {
    packageName: '@tensorflow/tfjs-backend-wasm',
    backend: 'wasm',
    advice: '@tensorflow/tfjs-backend-wasm cannot be loaded; install again with "npm ci".',
  },
};

/**
 * Makes TensorFlow.js compute with one backend. The choice holds for the whole thread.
 *
 * @throws {EngineUnavailableError} when its package is not there or does not start
 */
export async function useTfjsBackend(engine: TfjsEngineName): Promise<void> {
  const { packageName, backend, advice } = packages[engine];
  try {
    await import(packageName);
    if (!(await tf.setBackend(backend))) throw new Error(`The backend ${backend} did not start.`);
    if (engine === 'tfjs-node-gpu' && !isUsingGpu()) throw new Error('TensorFlow computes on the CPU.');
  } catch (cause) {
    throw new EngineUnavailableError(engine, advice, { cause });
  }
}

/** Without CUDA's libraries the GPU package falls back to the CPU without a word. */
const isUsingGpu = (): boolean => (tf.backend() as { isUsingGpuDevice?: boolean }).isUsingGpuDevice === true;
