import type { TrainedModel } from '../model-folder/write-model-folder.js';
import type { WeightTensor } from '../model-folder/weight-tensor.js';
import type { BackboneName } from '../backbone/backbone-names.js';
import { networkOf } from '../backbone/backbones.js';
import { convolutionsOf, kernelOf } from '../backbone/network.js';

/**
 * A small real network with seeded random weights: for tests that need one but no knowledge.
 *
 * @param options.certainty deviation of the classifier's kernel; about 0.03 spreads probabilities over many classes
 */
export function untrainedModel({
  backbone = 'mobilenet-v2' as BackboneName,
  width = 0.35,
  inputSize = 224,
  classes = 12,
  seed = 1,
  certainty = 0.5,
} = {}): TrainedModel {
  const network = networkOf({ backbone, width, inputSize });
  const random = gaussians(seed);
  const tensor = (shape: readonly number[], deviation: number): WeightTensor => ({
    shape,
    values: Float32Array.from(
      { length: shape.reduce((product, size) => product * size, 1) },
      () => random() * deviation,
    ),
  });
  const weights = new Map<string, WeightTensor>();
  for (const spec of convolutionsOf(network)) {
    const kernel = kernelOf(spec);
    const fanIn = spec.kernelSize ** 2 * (spec.kind === 'depthwise' ? 1 : spec.inputChannels);
    weights.set(kernel.name, tensor(kernel.shape, Math.sqrt(2 / fanIn)));
    weights.set(`${spec.name}/bias`, tensor([spec.outputChannels], 0.1));
  }
  weights.set('predictions/kernel', tensor([network.embeddingLength, classes], certainty));
  weights.set('predictions/bias', tensor([classes], 0.1));
  return {
    name: 'untrained',
    createdAt: '2026-01-01T00:00:00.000Z',
    architecture: { backbone, width, inputSize },
    labels: Array.from({ length: classes }, (_, index) =>
      index === 0
        ? { label: 'empty', name: 'nothing there' }
        : { label: String(index).padStart(14, '0'), name: `product ${index}` },
    ),
    temperature: 1.7,
    unknownBelow: 0.1,
    dataSetHash: 'none',
    codeVersion: 'test',
    metrics: {},
    training: { strategy: 'none' },
    weights,
    modelCard: ({ version }) => `# ${version}\n`,
  };
}

/** Normally distributed numbers from a seed: mulberry32, then Box and Muller. */
function gaussians(seed: number): () => number {
  let state = seed;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}
