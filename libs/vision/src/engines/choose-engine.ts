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

/** Engines worth trying, best first: for `auto` a GPU when there is one, then the fastest runtime of the CPU, then what runs anywhere. */
export function engineCandidates(wish: 'auto' | EngineName, machine = thisMachine): readonly EngineChoice[] {
  if (wish !== 'auto') return [{ name: wish, why: 'The configuration asks for it.' }];
  const hasCuda = machine.hasCuda();
  const hasGpuPackage = machine.isInstalled('@tensorflow/tfjs-node-gpu');
  const gpu = hasCuda
    ? `This machine has an NVIDIA GPU, ${hasGpuPackage ? 'which cannot be used' : 'but @tensorflow/tfjs-node-gpu is not installed'}`
    : 'This machine has no NVIDIA GPU';
  const candidates: (EngineChoice & { isThere: boolean })[] = [
    {
      name: 'tfjs-node-gpu',
      why: 'This machine has an NVIDIA GPU, and @tensorflow/tfjs-node-gpu is installed.',
      isThere: hasCuda && hasGpuPackage,
    },
    {
      name: 'onnxruntime',
      why: `${gpu}; ONNX Runtime is the fastest on a CPU.`,
      isThere: machine.isInstalled('onnxruntime-node'),
    },
    { name: 'wasm', why: `${gpu}, and ONNX Runtime does not work here; WebAssembly runs anywhere.`, isThere: true },
  ];
  return candidates.filter(({ isThere }) => isThere).map(({ name, why }) => ({ name, why }));
}
