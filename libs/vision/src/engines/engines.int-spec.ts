import { EngineUnavailableError } from './engine.errors.js';
import { describeEngine, patternCrops } from './engine.contract.js';
import type { EngineName } from './inference-engine.js';
import { thisMachine } from './choose-engine.js';
import { requiredEngines } from './required-engines.config.js';
import { ThreadedEngine } from './threaded.engine.js';

/** Each engine is compared with one of another make. */
const referenceBy =
  (name: EngineName) =>
  async (folder: string, count: number): Promise<Float32Array> => {
    const engine = new ThreadedEngine(name, { maxBatch: 4 });
    await engine.load(folder);
    const rows = await engine.classify(patternCrops(count), count);
    await engine.dispose();
    return rows;
  };

describeEngine('onnxruntime', referenceBy('wasm'));
describeEngine('wasm', referenceBy('onnxruntime'));

const optional: readonly { name: EngineName; isThere: boolean }[] = [
  { name: 'tfjs-node', isThere: thisMachine.isInstalled('@tensorflow/tfjs-node') },
  { name: 'tfjs-node-gpu', isThere: thisMachine.hasCuda() && thisMachine.isInstalled('@tensorflow/tfjs-node-gpu') },
];

for (const { name, isThere } of optional) {
  if (isThere || requiredEngines().includes(name)) describeEngine(name, referenceBy('onnxruntime'));
  else {
    it(`When ${name} is not installed, then loading a model says so in one line`, async () => {
      const engine = new ThreadedEngine(name);
      const error = await engine.load('/nowhere').catch((reason: unknown) => reason);
      await engine.dispose();
      expect(error).toBeInstanceOf(EngineUnavailableError);
      expect((error as Error).message).toMatch(/^@tensorflow\/\S+ is not installed[^\n]+INFERENCE_ENGINE=auto\.$/);
    });
  }
}
