import type { BackboneDefinition } from './backbone-definition.js';
import { planInvertedResidual } from './inverted-residual.js';
import { NetworkPlan } from './network-plan.js';
import { roundChannels } from './network.js';

/** Table 2 of "MobileNetV2: Inverted Residuals and Linear Bottlenecks": expansion, channels, repeats, stride of the first. */
const stages = [
  [1, 16, 1, 1],
  [6, 24, 2, 2],
  [6, 32, 3, 2],
  [6, 64, 4, 2],
  [6, 96, 3, 1],
  [6, 160, 3, 2],
  [6, 320, 1, 1],
] as const;

/** The first block of each group, from the top of the network down; the cuts are where the picture's resolution or width changes. */
const firstBlocks = [14, 11, 7, 4, 0];

/** MobileNetV2 at any width; published ImageNet weights exist at 0.35, 0.5, 0.75, 1, 1.3 and 1.4. */
export const mobileNetV2: BackboneDefinition = {
  name: 'mobilenet-v2',
  title: 'MobileNetV2',
  inputRange: { scale: 1 / 127.5, offset: -1 },
  embeddingLength: (width) => (width > 1 ? roundChannels(1280 * width) : 1280),

  layers(width, inputSize) {
    const plan = new NetworkPlan(inputSize);
    plan.group = firstBlocks.length;
    const stem = roundChannels(32 * width);
    plan.convolution('Conv1', {
      kind: 'standard',
      kernelSize: 3,
      stride: 2,
      outputChannels: stem,
      activation: 'relu6',
    });
    let block = 0;
    for (const [expansion, channels, repeats, firstStride] of stages)
      for (let repeat = 0; repeat < repeats; repeat += 1) {
        plan.group = firstBlocks.findIndex((first) => block >= first) + 1;
        const stride = repeat === 0 ? firstStride : 1;
        const outputChannels = roundChannels(channels * width);
        planInvertedResidual(plan, namesOf(block), { expansion, kernelSize: 3, stride, outputChannels });
        block += 1;
      }
    const outputChannels = this.embeddingLength(width);
    plan.convolution('Conv_1', { kind: 'pointwise', kernelSize: 1, outputChannels, activation: 'relu6' });
    return plan.layers;
  },

  normalisationOf(convolution) {
    if (convolution === 'Conv1') return 'bn_Conv1';
    return convolution === 'Conv_1' ? 'Conv_1_bn' : `${convolution}_BN`;
  },
};

function namesOf(block: number) {
  const name = block === 0 ? 'expanded_conv' : `block_${block}`;
  return { expand: `${name}_expand`, depthwise: `${name}_depthwise`, project: `${name}_project`, add: `${name}_add` };
}
