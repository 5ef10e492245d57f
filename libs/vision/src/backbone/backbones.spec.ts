import { backboneNames } from './backbone-names.js';
import { networkOf, UnknownBackboneError } from './backbones.js';
import { layerGroups } from './layer-groups.js';
import {
  BACKBONE_GROUPS,
  convolutionsOf,
  countBackboneParameters,
  type Network,
  roundChannels,
  samePadding,
} from './network.js';

/** As Keras counts, with four parameters of batch normalisation for each channel instead of the bias that they are folded to. */
const countUnfolded = (network: Network): number =>
  countBackboneParameters(network) + 3 * convolutionsOf(network).reduce((sum, spec) => sum + spec.outputChannels, 0);

const countMultiplyAdds = (network: Network): number =>
  convolutionsOf(network).reduce((sum, spec) => {
    const perPixel = spec.kernelSize ** 2 * (spec.kind === 'depthwise' ? 1 : spec.inputChannels) * spec.outputChannels;
    return sum + perPixel * spec.outputSize ** 2;
  }, 0);

const projections = (network: Network) => convolutionsOf(network).filter(({ activation }) => activation === 'linear');

describe('MobileNetV2', () => {
  it('When width is 1, then blocks have the published channels, strides and resolutions', () => {
    const network = networkOf();
    expect(projections(network).map(({ outputChannels }) => outputChannels)).toEqual([
      16, 24, 24, 32, 32, 32, 64, 64, 64, 64, 96, 96, 96, 160, 160, 160, 320,
    ]);
    expect(projections(network).map(({ outputSize }) => outputSize)).toEqual([
      112, 56, 56, 28, 28, 28, 14, 14, 14, 14, 14, 14, 14, 7, 7, 7, 7,
    ]);
    expect(network.layers.filter(({ operation }) => operation === 'add').map(({ name }) => name)).toEqual(
      [2, 4, 5, 7, 8, 9, 11, 12, 14, 15].map((number) => `block_${number}_add`),
    );
  });

  it('When multiply-adds are counted at 224 pixels, then they are the published 300 million', () => {
    expect(countMultiplyAdds(networkOf()) / 1e6).toBeCloseTo(299.5, 0);
  });

  // What `keras.applications.MobileNetV2(alpha=width, include_top=False)` counts.
  it.each([
    [0.35, 410_208],
    [0.5, 706_224],
    [0.75, 1_382_064],
    [1.0, 2_257_984],
    [1.3, 3_766_048],
    [1.4, 4_363_712],
  ])('When width is %d, then it has the %d parameters that Keras counts', (width, parameters) => {
    expect(countUnfolded(networkOf({ width }))).toBe(parameters);
  });

  it('When width is below 1, then channels are rounded to eights and the embedding keeps its length', () => {
    const network = networkOf({ width: 0.35, inputSize: 96 });
    const [stem] = convolutionsOf(network);
    expect([stem!.outputChannels, stem!.outputSize, network.embeddingLength]).toEqual([16, 48, 1280]);
    expect([roundChannels(8.4), roundChannels(11.2), roundChannels(22.4), roundChannels(112)]).toEqual([
      8, 16, 24, 112,
    ]);
    expect(networkOf({ width: 1.4 }).embeddingLength).toBe(1792);
  });
});

describe('EfficientNet-Lite0', () => {
  const network = networkOf({ backbone: 'efficientnet-lite0' });

  it('When parameters and multiply-adds are counted with 1,000 classes, then they are the published 4.65 and 407 million', () => {
    const trainable =
      countBackboneParameters(network) + convolutionsOf(network).reduce((sum, spec) => sum + spec.outputChannels, 0);
    const classifier = 1_280 * 1_000 + 1_000;
    expect(trainable + classifier).toBe(4_652_008);
    expect(Math.round((countMultiplyAdds(network) + 1_280_000) / 1e6)).toBeGreaterThan(380);
    expect(Math.round((countMultiplyAdds(network) + 1_280_000) / 1e6)).toBeLessThan(410);
  });

  it('When its pixels come, then 127 is the middle, as its published weights want it', () => {
    const { scale, offset } = network.inputRange;
    expect([0, 127, 255].map((byte) => byte * scale + offset)).toEqual([-127 / 128, 0, 1]);
  });
});

describe.each(backboneNames)('The backbone %s', (backbone) => {
  it('When it is laid out, then every layer reads one that came before, and names are used once', () => {
    const { layers } = networkOf({ backbone });
    const known = new Set(['pixels']);
    for (const layer of layers) {
      for (const input of layer.operation === 'add' ? layer.inputs : [layer.input]) expect(known).toContain(input);
      expect(known).not.toContain(layer.name);
      known.add(layer.name);
    }
  });

  it('When it is cut into groups, then they run from the input to the top, and each is there', () => {
    const groups = [...layerGroups(networkOf({ backbone })).entries()].filter(([name]) => name !== 'predictions');
    const numbers = groups.map(([, group]) => group);
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
    expect([...new Set(numbers)]).toEqual(Array.from({ length: BACKBONE_GROUPS }, (_, at) => BACKBONE_GROUPS - at));
  });

  it.each([0, 31, 100, 224.5])('When the input size is %p, then it is refused', (inputSize) => {
    expect(() => networkOf({ backbone, inputSize })).toThrow(RangeError);
  });

  it.each([0, -1, 2.1, NaN])('When the width is %p, then it is refused', (width) => {
    expect(() => networkOf({ backbone, width })).toThrow(RangeError);
  });

  it.each([96, 128, 160, 192, 224])(
    'When the input size is %d, then the last convolution sees a 32nd of it',
    (inputSize) => {
      expect(convolutionsOf(networkOf({ backbone, inputSize })).at(-1)!.outputSize).toBe(inputSize / 32);
    },
  );
});

it('When a backbone is not known, then the error lists those that are', () => {
  const unknown = () => networkOf({ backbone: 'resnet-50' });
  expect(unknown).toThrow(UnknownBackboneError);
  expect(unknown).toThrow('There is no backbone "resnet-50"; known ones are mobilenet-v2, efficientnet-lite0.');
  expect(() => networkOf({ backbone: 'constructor' })).toThrow(UnknownBackboneError);
});

it('When a stride of 2 meets an even side, then the odd pixel is added at the end, as TensorFlow does', () => {
  expect(samePadding({ kernelSize: 3, stride: 2 })).toEqual([0, 1]);
  expect(samePadding({ kernelSize: 5, stride: 2 })).toEqual([1, 2]);
  expect(samePadding({ kernelSize: 5, stride: 1 })).toEqual([2, 2]);
  expect(samePadding({ kernelSize: 1, stride: 1 })).toEqual([0, 0]);
});
