import type { BackboneDefinition } from './backbone-definition.js';
import { planInvertedResidual } from './inverted-residual.js';
import { NetworkPlan } from './network-plan.js';
import { roundChannels } from './network.js';

/**
 * Table 1 of "EfficientNet: Rethinking Model Scaling for Convolutional Neural Networks" (2019): expansion, kernel, channels, repeats,
 * stride of the first, and the group for unfreezing.
 */
const stages = [
  [1, 3, 16, 1, 1, 5],
  [6, 3, 24, 2, 2, 5],
  [6, 5, 40, 2, 2, 4],
  [6, 3, 80, 3, 2, 3],
  [6, 5, 112, 3, 1, 2],
  [6, 5, 192, 4, 2, 1],
  [6, 3, 320, 1, 1, 1],
] as const;

/**
 * EfficientNet-Lite0: EfficientNet-B0 without squeeze and excitation and with ReLU6, made for phones and plain CPUs; stem and head keep
 * their channels at every width. Its pixels go through (byte − 127) / 128.
 */
export const efficientNetLite0: BackboneDefinition = {
  name: 'efficientnet-lite0',
  title: 'EfficientNet-Lite0',
  inputRange: { scale: 1 / 128, offset: -127 / 128 },
  embeddingLength: () => 1280,

  layers(width, inputSize) {
    const plan = new NetworkPlan(inputSize);
    plan.group = 5;
    plan.convolution('stem_conv', {
      ...{ kind: 'standard', kernelSize: 3, stride: 2, outputChannels: 32, activation: 'relu6' },
    });
    stages.forEach(([expansion, kernelSize, channels, repeats, firstStride, group], stage) => {
      plan.group = group;
      for (let repeat = 0; repeat < repeats; repeat += 1)
        planInvertedResidual(plan, namesOf(stage, repeat), {
          ...{ expansion, kernelSize, stride: repeat === 0 ? firstStride : 1 },
          outputChannels: roundChannels(channels * width),
        });
    });
    plan.convolution('top_conv', { kind: 'pointwise', kernelSize: 1, outputChannels: 1280, activation: 'relu6' });
    return plan.layers;
  },

  normalisationOf: (convolution) => convolution.replace(/(dw)?conv$/, 'bn'),
};

/** As in Keras: `block2a_expand_conv` is the first repeat of the second stage. */
function namesOf(stage: number, repeat: number) {
  const name = `block${stage + 1}${'abcd'[repeat]}`;
  return {
    ...{ expand: `${name}_expand_conv`, depthwise: `${name}_dwconv`, project: `${name}_project_conv` },
    add: `${name}_add`,
  };
}
