import type { TrainedModel } from '../model-folder/write-model-folder.js';
import type { WeightTensor } from '../model-folder/weight-tensor.js';
import { convolutionsOf, mobileNetV2Architecture } from '../mobilenet-v2/architecture.js';

/** A small real MobileNetV2 with seeded random weights: for tests that need a network but no knowledge. */
export function untrainedModel({ width = 0.35, classes = 12, seed = 1 } = {}): TrainedModel {
  const architecture = mobileNetV2Architecture({ width });
  const random = gaussians(seed);
  const tensor = (shape: readonly number[], deviation: number): WeightTensor => ({
    shape,
    values: Float32Array.from(
      { length: shape.reduce((product, size) => product * size, 1) },
      () => random() * deviation,
    ),
  });
  const weights = new Map<string, WeightTensor>();
  for (const { name, kind, kernelSize, inputChannels, outputChannels } of convolutionsOf(architecture)) {
    const fanIn = kernelSize ** 2 * (kind === 'depthwise' ? 1 : inputChannels);
    const kernel = kind === 'depthwise' ? 'depthwise_kernel' : 'kernel';
    const shape =
      kind === 'depthwise'
        ? [kernelSize, kernelSize, inputChannels, 1]
        : [kernelSize, kernelSize, inputChannels, outputChannels];
    weights.set(`${name}/${kernel}`, tensor(shape, Math.sqrt(2 / fanIn)));
    weights.set(`${name}/bias`, tensor([outputChannels], 0.1));
  }
  weights.set('predictions/kernel', tensor([architecture.embeddingLength, classes], 0.5));
  weights.set('predictions/bias', tensor([classes], 0.1));
  return {
    name: 'untrained',
    createdAt: '2026-01-01T00:00:00.000Z',
    architecture: { backbone: 'mobilenet-v2', width, inputSize: architecture.inputSize },
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
