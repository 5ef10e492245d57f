import { engineCandidates } from './choose-engine.js';

const chooseEngine = (...asked: Parameters<typeof engineCandidates>) => engineCandidates(...asked)[0]!;
const machine = (hasCuda: boolean, ...installed: string[]) => ({
  hasCuda: () => hasCuda,
  isInstalled: (name: string) => installed.includes(name),
});

describe('engineCandidates', () => {
  it('When the machine has a GPU and its package, then it is used', () => {
    const choice = chooseEngine('auto', machine(true, '@tensorflow/tfjs-node-gpu', 'onnxruntime-node'));
    expect(choice.name).toBe('tfjs-node-gpu');
  });

  it('When there is a GPU without its package, then the CPU computes and the log says why', () => {
    expect(chooseEngine('auto', machine(true, 'onnxruntime-node'))).toEqual({
      name: 'onnxruntime',
      why: 'This machine has an NVIDIA GPU, but @tensorflow/tfjs-node-gpu is not installed; ONNX Runtime is the fastest on a CPU.',
    });
  });

  it('When there is no GPU, then ONNX Runtime computes', () => {
    const choice = chooseEngine('auto', machine(false, '@tensorflow/tfjs-node-gpu', 'onnxruntime-node'));
    expect(choice.name).toBe('onnxruntime');
  });

  it('When no native runtime is installed, then WebAssembly computes', () => {
    expect(chooseEngine('auto', machine(false)).name).toBe('wasm');
  });

  it('When the best may not work, then the others follow in order', () => {
    const names = engineCandidates('auto', machine(true, '@tensorflow/tfjs-node-gpu', 'onnxruntime-node'));
    expect(names.map(({ name }) => name)).toEqual(['tfjs-node-gpu', 'onnxruntime', 'wasm']);
  });

  it('When the configuration names an engine, then it is that one', () => {
    expect(chooseEngine('tfjs-node', machine(true)).name).toBe('tfjs-node');
  });
});
