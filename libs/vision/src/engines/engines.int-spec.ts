import { availableEngines } from './available-engines.js';
import { EngineUnavailableError } from './engine.errors.js';
import { describeEngine } from './engine.contract.js';
import { type EngineName, engineNames } from './inference-engine.js';
import { requiredEngines } from './required-engines.config.js';
import { ThreadedEngine } from './threaded.engine.js';

/** Each engine is compared with one of another make. */
const referenceBy =
  (name: EngineName) =>
  async (folder: string, pixels: Uint8Array, count: number): Promise<Float32Array> => {
    const engine = new ThreadedEngine(name, { maxBatch: 4 });
    await engine.load(folder);
    const rows = await engine.classify(pixels, count);
    await engine.dispose();
    return rows;
  };

/** Each backbone once, at sizes that differ. */
const models = [
  { backbone: 'mobilenet-v2', width: 0.35, inputSize: 224 },
  { backbone: 'efficientnet-lite0', width: 0.5, inputSize: 96 },
] as const;

const available = availableEngines();
const required: readonly string[] = ['onnxruntime', 'wasm', ...requiredEngines()];

for (const name of engineNames) {
  if (available.includes(name) || required.includes(name)) {
    for (const model of models)
      describeEngine(name, model, referenceBy(name === 'onnxruntime' ? 'wasm' : 'onnxruntime'));
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
