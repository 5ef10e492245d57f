import * as tf from '@tensorflow/tfjs';
import { convolutionsOf, type ConvolutionSpec, type MobileNetV2Architecture } from './architecture.js';
import { Relu6Layer } from './relu6-layer.js';

/**
 * MobileNetV2 up to and including global average pooling: `[batch, size, size, 3]` in [-1, 1] → `[batch, embeddingLength]`.
 * The layers carry the names of the weight files (`Conv1`, `block_3_expand`, …). With `anySize` the input's height and
 * width stay open, so that one set of weights trains at several resolutions.
 */
export function buildBackbone(
  architecture: MobileNetV2Architecture,
  options: { anySize?: boolean; seed?: number } = {},
): tf.LayersModel {
  const side = options.anySize ? null : architecture.inputSize;
  const input = tf.input({ shape: [side, side, 3], name: 'pixels' });
  let features = convolution(input, architecture.stem, options.seed);
  for (const block of architecture.blocks) {
    const shortcut = features;
    for (const spec of block.convolutions) features = convolution(features, spec, options.seed);
    if (block.isResidual)
      features = tf.layers.add({ name: `${block.name}_add` }).apply([shortcut, features]) as tf.SymbolicTensor;
  }
  features = convolution(features, architecture.last, options.seed);
  const embedding = tf.layers.globalAveragePooling2d({ name: 'embedding' }).apply(features) as tf.SymbolicTensor;
  return tf.model({ inputs: input, outputs: embedding, name: 'mobilenet-v2' });
}

/** Parameters of the backbone: kernels and one bias per output channel. */
export function countBackboneParameters(architecture: MobileNetV2Architecture): number {
  return convolutionsOf(architecture).reduce((sum, spec) => {
    const perOutput = spec.kernelSize ** 2 * (spec.kind === 'depthwise' ? 1 : spec.inputChannels);
    return sum + (perOutput + 1) * spec.outputChannels;
  }, 0);
}

function convolution(input: tf.SymbolicTensor, spec: ConvolutionSpec, seed?: number): tf.SymbolicTensor {
  const common = {
    name: spec.name,
    kernelSize: spec.kernelSize,
    strides: spec.stride,
    // TensorFlow's SAME puts the odd pixel of a stride of 2 at the end (0 before, 1 after at 224).
    padding: 'same' as const,
  };
  const initializer = tf.initializers.heNormal({ seed });
  const layer =
    spec.kind === 'depthwise'
      ? tf.layers.depthwiseConv2d({ ...common, depthwiseInitializer: initializer })
      : tf.layers.conv2d({ ...common, filters: spec.outputChannels, kernelInitializer: initializer });
  const output = layer.apply(input) as tf.SymbolicTensor;
  if (spec.activation === 'linear') return output;
  return new Relu6Layer({ name: `${spec.name}_relu` }).apply(output) as tf.SymbolicTensor;
}
