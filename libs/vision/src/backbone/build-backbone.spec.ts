import * as tf from '@tensorflow/tfjs';
import { backboneNames } from './backbone-names.js';
import { networkOf } from './backbones.js';
import { buildBackbone } from './build-backbone.js';
import { buildClassifier } from './build-classifier.js';
import { assignWeights, readWeights, variablesOf } from './named-weights.js';
import { convolutionsOf, countBackboneParameters } from './network.js';

/**
 * Published: 3,504,872 trainable parameters with batch normalisation and 1,000 classes. Folding replaces scale and shift of each of
 * the 52 normalisations (2 × 17,056 channels) by one bias per channel.
 */
const publishedParameters = 3_504_872;
const channelsOfAllConvolutions = 17_056;
const classifierParameters = 1_280 * 1_000 + 1_000;

beforeAll(async () => {
  await tf.setBackend('cpu');
});

describe('A backbone in TensorFlow.js layers', () => {
  it('When width is 1, then the parameters are the published ones less half of the folded normalisations', () => {
    const network = networkOf();
    const expected = publishedParameters - classifierParameters - channelsOfAllConvolutions;
    const backbone = buildBackbone(network);
    expect(convolutionsOf(network).reduce((sum, { outputChannels }) => sum + outputChannels, 0)).toBe(
      channelsOfAllConvolutions,
    );
    expect(backbone.countParams()).toBe(expected);
    expect(countBackboneParameters(network)).toBe(expected);
    backbone.dispose();
  });

  it.each(backboneNames)(
    'When the layers of %s are compared one by one with its description, then shapes and parameters agree',
    (name) => {
      const network = networkOf({ backbone: name });
      const backbone = buildBackbone(network);
      for (const spec of convolutionsOf(network)) {
        const layer = backbone.getLayer(spec.name);
        expect(layer.outputShape).toEqual([null, spec.outputSize, spec.outputSize, spec.outputChannels]);
        const inputs = spec.kind === 'depthwise' ? 1 : spec.inputChannels;
        expect(layer.countParams()).toBe((spec.kernelSize ** 2 * inputs + 1) * spec.outputChannels);
        const rectifiers = backbone.layers.filter(({ name }) => name === `${spec.name}_relu`);
        expect(rectifiers).toHaveLength(spec.activation === 'relu6' ? 1 : 0);
      }
      expect(backbone.outputShape).toEqual([null, 1_280]);
      expect(variablesOf(backbone).size).toBe(2 * convolutionsOf(network).length);
      expect(backbone.countParams()).toBe(countBackboneParameters(network));
      backbone.dispose();
    },
  );

  it('When weights are read and assigned to another network, then both answer the same', () => {
    const network = networkOf({ width: 0.35, inputSize: 32 });
    const [first, second] = [buildClassifier(network, { classes: 3 }), buildClassifier(network, { classes: 3 })];
    assignWeights(second, readWeights(first));
    const pixels = tf.randomUniform([2, 32, 32, 3], -1, 1);
    const [a, b] = [first, second].map((model) => (model.predict(pixels) as tf.Tensor).dataSync());
    expect([...b!]).toEqual([...a!]);
    tf.dispose(pixels);
  });

  it('When a weight has another shape, then it is named', () => {
    const narrow = buildClassifier(networkOf({ width: 0.35, inputSize: 32 }), { classes: 3 });
    const wide = buildBackbone(networkOf({ width: 0.5, inputSize: 32 }));
    expect(() => assignWeights(wide, readWeights(narrow))).toThrow(
      /block_2_depthwise|block_1_project|_project\/kernel has shape/,
    );
  });

  it('When height and width are left open, then several sizes pass through the same weights', () => {
    const backbone = buildBackbone(networkOf({ width: 0.35, inputSize: 32 }), { anySize: true });
    for (const side of [32, 64]) {
      const output = tf.tidy(() => backbone.predict(tf.zeros([1, side, side, 3])) as tf.Tensor);
      expect(output.shape).toEqual([1, 1_280]);
      output.dispose();
    }
    backbone.dispose();
  });
});
