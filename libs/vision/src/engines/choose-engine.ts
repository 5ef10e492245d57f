import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { EngineName } from './inference-engine.js';

export interface EngineChoice {
  name: EngineName;
  /** For the log: one sentence. */
  why: string;
}

/** What a choice depends on; a test brings its own. */
export interface Machine {
  hasCuda: () => boolean;
  isInstalled: (packageName: string) => boolean;
}

const require = createRequire(import.meta.url);

export const thisMachine: Machine = {
  // NVIDIA's driver creates the device; containers get it by --gpus.
  hasCuda: () => existsSync('/dev/nvidiactl') || existsSync('C:\\Windows\\System32\\nvcuda.dll'),
  isInstalled: (packageName) => {
    try {
      require.resolve(packageName);
      return true;
    } catch {
      return false;
    }
  },
};

/** Settles `auto`: a GPU when there is one that can be used, else the fastest runtime of the CPU. */
export function chooseEngine(wish: 'auto' | EngineName, machine = thisMachine): EngineChoice {
  if (wish !== 'auto') return { name: wish, why: 'The configuration asks for it.' };
  const hasCuda = machine.hasCuda();
  if (hasCuda && machine.isInstalled('@tensorflow/tfjs-node-gpu')) {
    return {
      name: 'tfjs-node-gpu',
      why: 'This machine has an NVIDIA GPU, and @tensorflow/tfjs-node-gpu is installed.',
    };
  }
  const gpu = hasCuda
    ? 'This machine has an NVIDIA GPU, but @tensorflow/tfjs-node-gpu is not installed'
    : 'This machine has no NVIDIA GPU';
  return machine.isInstalled('onnxruntime-node')
    ? { name: 'onnxruntime', why: `${gpu}; ONNX Runtime is the fastest on a CPU.` }
    : { name: 'wasm', why: `${gpu}, and ONNX Runtime is not installed; WebAssembly runs anywhere.` };
}
