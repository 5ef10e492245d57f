import { availableEngines } from './available-engines.js';
import { EngineUnavailableError } from './engine.errors.js';
import { describeEngine, patternCrops } from './engine.contract.js';
import { type EngineName, engineNames } from './inference-engine.js';
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

const available = availableEngines();
const required: readonly string[] = ['onnxruntime', 'wasm', ...requiredEngines()];

for (const name of engineNames) {
  if (available.includes(name) || required.includes(name)) {
    describeEngine(name, referenceBy(name === 'onnxruntime' ? 'wasm' : 'onnxruntime'));
  } else {
    it(`When ${name} cannot run here, then loading a model says so in one line`, async () => {
      const engine = new ThreadedEngine(name);
      const error = await engine.load('/nowhere').catch((reason: unknown) => reason);
      await engine.dispose();
      expect(error).toBeInstanceOf(EngineUnavailableError);
      expect((error as Error).message).toMatch(/^@tensorflow\/\S+ is not installed[^\n]+INFERENCE_ENGINE=auto\.$/);
    });
  }
}
