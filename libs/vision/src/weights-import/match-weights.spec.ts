import { networkOf } from '../backbone/backbones.js';
import { convolutionsOf, kernelOf } from '../backbone/network.js';
import type { NamedWeights, WeightTensor } from '../model-folder/weight-tensor.js';
import { smallNetwork } from '../testing/small-network.js';
import { foldNormalisation } from './fold-normalisation.js';
import { matchWeights } from './match-weights.js';
import { type NamedLayers, shortName } from './weights-file.js';

const tensor = (shape: readonly number[], value = 0.5): WeightTensor => ({
  shape,
  values: new Float32Array(shape.reduce((product, side) => product * side, 1)).fill(value),
});

/** A file as Keras writes it for a network: kernels without biases, and batch normalisation. */
function kerasFile(network = smallNetwork()): NamedLayers & { tensors: Map<string, WeightTensor> } {
  const tensors = new Map<string, WeightTensor>();
  const normalisation = (name: string) =>
    name === 'Conv1' ? 'bn_Conv1' : name === 'Conv_1' ? 'Conv_1_bn' : `${name}_BN`;
  for (const spec of convolutionsOf(network)) {
    tensors.set(kernelOf(spec).name, tensor(kernelOf(spec).shape));
    for (const [weight, value] of Object.entries({ gamma: 2, beta: 1, moving_mean: 3, moving_variance: 3.999 }))
      tensors.set(`${normalisation(spec.name)}/${weight}`, tensor([spec.outputChannels], value));
  }
  return { format: 'keras-h5', tensors, epsilons: new Map() };
}

const failureOf = (file: NamedLayers, network = smallNetwork()): string => {
  try {
    matchWeights(network, file);
  } catch (error) {
    return `${(error as { code: string }).code}: ${(error as Error).message}`;
  }
  return 'none';
};

describe('Matching weights with layers', () => {
  it('When layers have batch normalisation, then it is folded with the ε of the file, 0.001 when it tells none', () => {
    const file = kerasFile();
    const { weights, report } = matchWeights(smallNetwork(), file);
    // γ / √(3.999 + 0.001) = 1, and β − mean · 1 = −2.
    expect(weights.get('Conv1/kernel')!.values[0]).toBeCloseTo(0.5, 6);
    expect(weights.get('Conv1/bias')!.values[0]).toBeCloseTo(-2, 6);
    expect(report).toMatchObject({ matched: 4, folded: 4, surplus: [] });
    const other = matchWeights(smallNetwork(), { ...file, epsilons: new Map([['bn_Conv1', 12.001]]) });
    expect(other.weights.get('Conv1/kernel')!.values[0]).toBeCloseTo(0.25, 6);
  });

  it('When a file is folded already, then its biases are taken', () => {
    const file = kerasFile();
    for (const name of [...file.tensors.keys()]) if (!name.endsWith('kernel')) file.tensors.delete(name);
    for (const spec of convolutionsOf(smallNetwork()))
      file.tensors.set(`${spec.name}/bias`, tensor([spec.outputChannels], 7));
    const { weights, report } = matchWeights(smallNetwork(), file);
    expect([weights.get('Conv_1/bias')!.values[0], report.folded]).toEqual([7, 0]);
  });

  it('When the file is of a whole MobileNetV2, then each of its 52 convolutions finds its weights', () => {
    const network = networkOf({ width: 0.35 });
    const { weights, report } = matchWeights(network, kerasFile(network));
    expect([report.matched, report.folded, weights.size]).toEqual([52, 52, 104]);
  });

  it('When a layer is missing or has another shape, then the first is named with the number of the others', () => {
    const file = kerasFile();
    file.tensors.delete('expanded_conv_project/kernel');
    expect(failureOf(file)).toBe(
      'WEIGHTS_MISMATCH: These are not the weights of MobileNetV2 1: expanded_conv_project/kernel (1×1×4×5) is missing.',
    );
    file.tensors.set('Conv1/kernel', tensor([3, 3, 3, 8]));
    expect(failureOf(file)).toContain(
      'Conv1/kernel should be 3×3×3×4 and is 3×3×3×8 (the first of 2 among 4 convolutions).',
    );
  });

  it('When a convolution has neither bias nor normalisation, then it is said', () => {
    const file = kerasFile();
    for (const name of [...file.tensors.keys()]) if (name.startsWith('Conv_1_bn/')) file.tensors.delete(name);
    expect(failureOf(file)).toContain('Conv_1 has neither a bias nor the batch normalisation Conv_1_bn.');
  });

  it('When a normalisation has too few values, or values are no numbers, then it is refused', () => {
    const short = kerasFile();
    short.tensors.set('bn_Conv1/gamma', tensor([2]));
    expect(failureOf(short)).toContain('Conv1 or bn_Conv1 has 2 values for 4 channels');
    const broken = kerasFile();
    broken.tensors.set('Conv1/kernel', tensor([3, 3, 3, 4], NaN));
    expect(failureOf(broken)).toContain('Conv1/kernel holds values that are no finite numbers');
  });

  it('When a graph has other convolutions, then the first that differs is named', () => {
    const order = convolutionsOf(smallNetwork()).map((spec) => ({
      ...{ name: `made-up-${spec.name}`, isDepthwise: spec.kind === 'depthwise' },
      ...{ kernel: tensor(kernelOf(spec).shape), bias: new Float32Array(spec.outputChannels) },
    }));
    const match = (changed: typeof order) => () => matchWeights(smallNetwork(), { format: 'tflite', order: changed });
    expect(match(order)().report).toMatchObject({ by: 'order', matched: 4 });
    expect(match(order.slice(0, 3))).toThrow('Conv_1/kernel is missing: the file holds 3 convolutions, not 4');
    expect(match([order[1]!, ...order.slice(1)])).toThrow(
      'convolution 1 of the file (made-up-expanded_conv_depthwise) is depthwise, unlike Conv1',
    );
    expect(match([{ ...order[0]!, bias: new Float32Array(3) }, ...order.slice(1)])).toThrow('3 biases for 4 channels');
  });
});

describe('Folding a batch normalisation', () => {
  it('When it is folded, then convolution and normalisation in a row give the same', () => {
    const kernel = Float32Array.of(0.3, -2);
    const [mean, variance] = [Float32Array.of(0.1, -4), Float32Array.of(0.25, 9)];
    const [gamma, beta] = [Float32Array.of(1.5, 0.5), Float32Array.of(-1, 2)];
    const folded = foldNormalisation(kernel, Float32Array.of(0.2, 0), { gamma, beta, mean, variance, epsilon: 0.01 });
    for (const [channel, bias] of [0.2, 0].entries())
      for (const x of [-1, 0, 3]) {
        const convolved = kernel[channel]! * x + bias;
        const normalised =
          (gamma[channel]! * (convolved - mean[channel]!)) / Math.sqrt(variance[channel]! + 0.01) + beta[channel]!;
        expect(folded.kernel[channel]! * x + folded.bias[channel]!).toBeCloseTo(normalised, 5);
      }
  });
});

it.each([
  ['Conv1/kernel:0', 'Conv1/kernel'],
  ['mobilenetv2_1.00_224/block_1_expand_BN/gamma:0', 'block_1_expand_BN/gamma'],
  ['model_weights/Conv1/Conv1/kernel', 'Conv1/kernel'],
])('When a path is %s, then its short name is %s', (path: string, name: string) => {
  expect(shortName(path)).toBe(name);
});

it('When weights are read, then nothing is changed in them', () => {
  const file = kerasFile();
  const before: NamedWeights = new Map(
    [...file.tensors].map(([name, { shape, values }]) => [name, { shape, values: values.slice() }]),
  );
  matchWeights(smallNetwork(), file);
  expect(file.tensors).toEqual(before);
});
