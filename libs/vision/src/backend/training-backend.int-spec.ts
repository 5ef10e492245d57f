import * as tf from '@tensorflow/tfjs';
import { requiredEngines } from '../engines/required-engines.config.js';
import { networkOf } from '../backbone/backbones.js';
import { buildClassifier } from '../backbone/build-classifier.js';
import { assignWeights, readWeights, variablesOf } from '../backbone/named-weights.js';
import type { NamedWeights } from '../model-folder/weight-tensor.js';
import { crossEntropy } from '../training/cross-entropy.js';
import { BackendUnavailableError } from './backend.errors.js';
import { openTrainingBackend } from './training-backend.js';
import type { TrainingBackendName } from './training-backend-names.js';

const architecture = networkOf({ width: 0.35, inputSize: 32 });
const pixels = Float32Array.from({ length: 32 * 32 * 3 }, (_, index) => Math.sin(index * 0.37));

/** Gradients of the whole network on the current backend. */
function gradients(weights?: NamedWeights): { weights: NamedWeights; values: Map<string, Float32Array> } {
  const model = buildClassifier(architecture, { classes: 3, seed: 5 });
  if (weights) assignWeights(model, weights);
  const values = new Map<string, Float32Array>();
  tf.tidy(() => {
    const input = tf.tensor(pixels, [1, 32, 32, 3]);
    const targets = tf.tensor2d([1 / 30, 1 / 30, 28 / 30], [1, 3]);
    const variables = variablesOf(model);
    const { grads } = tf.variableGrads(
      () => crossEntropy(targets, model.apply(input, { training: true }) as tf.Tensor2D),
      [...variables.values()],
    );
    for (const [name, { name: inner }] of variables) values.set(name, grads[inner]!.dataSync<'float32'>().slice());
  });
  const result = { weights: readWeights(model), values };
  model.dispose();
  return result;
}

/** How far two vectors point apart, relative to their length. */
function distance(actual: Float32Array, expected: Float32Array): number {
  let [apart, length] = [0, 0];
  expected.forEach((value, index) => {
    apart += (value - actual[index]!) ** 2;
    length += value ** 2;
  });
  return Math.sqrt(apart / Math.max(length, 1e-12));
}

async function opens(name: TrainingBackendName): Promise<boolean> {
  try {
    return (await openTrainingBackend(name)).name === name;
  } catch (error) {
    if (requiredEngines().includes(name)) throw error;
    return false;
  }
}

describe('Training backend', () => {
  it('When a backend opens here, then the gradients of the whole network are those of plain JavaScript', async () => {
    const names: TrainingBackendName[] = [];
    for (const name of ['wasm', 'tfjs-node'] as const) if (await opens(name)) names.push(name);
    await tf.setBackend('cpu');
    const expected = gradients();
    for (const name of names) {
      await openTrainingBackend(name);
      const actual = gradients(expected.weights);
      for (const [layer, values] of expected.values)
        expect({ name, layer, isClose: distance(actual.values.get(layer)!, values) < 1e-3 }).toMatchObject({
          isClose: true,
        });
    }
    expect(names).toContain('wasm');
  });

  it('When no backend is named, then the fastest that works is opened, and it is said why others were not', async () => {
    const { name, passedOver } = await openTrainingBackend('auto');
    expect(['tfjs-node-gpu', 'tfjs-node', 'wasm']).toContain(name);
    for (const reason of passedOver) expect(reason).toMatch(/^tfjs-node(-gpu)?: \S/);
  });

  it('When a backend is wanted that is not installed, then the error names it', async () => {
    const unknown = openTrainingBackend('tfjs-node-gpu').then(
      ({ name }) => expect(name).toBe('tfjs-node-gpu'),
      (error: unknown) => {
        expect(error).toBeInstanceOf(BackendUnavailableError);
        expect((error as Error).message).toContain('tfjs-node-gpu');
      },
    );
    await unknown;
  });
});
