import { type Machine, thisMachine } from './choose-engine.js';
import { type EngineName, engineNames } from './inference-engine.js';

const packages: Readonly<Record<EngineName, string>> = {
  onnxruntime: 'onnxruntime-node',
  'tfjs-node-gpu': '@tensorflow/tfjs-node-gpu',
  'tfjs-node': '@tensorflow/tfjs-node',
  wasm: '@tensorflow/tfjs-backend-wasm',
};

/** The engines that this machine can run. */
export const availableEngines = (machine: Machine = thisMachine): EngineName[] =>
  engineNames.filter((name) => machine.isInstalled(packages[name]) && (name !== 'tfjs-node-gpu' || machine.hasCuda()));
