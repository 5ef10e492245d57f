import * as tf from '@tensorflow/tfjs';
import type { BlockSpec, ConvolutionSpec, MobileNetV2Architecture } from '../mobilenet-v2/architecture.js';

export type WeightTensors = Readonly<Record<string, tf.Tensor>>;

/**
 * The network's forward pass, for inference only: bias and ReLU6 are fused into the convolutions, which saves two thirds of the
 * kernel calls that the layers of training make.
 *
 * @param pixels `[batch, size, size, 3]`, −1 to 1
 * @returns logits `[batch, classes]`; intermediate tensors are the caller's to tidy
 */
export function computeLogits(
  architecture: MobileNetV2Architecture,
  weights: WeightTensors,
  pixels: tf.Tensor4D,
): tf.Tensor2D {
  let features = convolve(weights, pixels, architecture.stem);
  for (const block of architecture.blocks) features = invertedResidual(weights, features, block);
  features = convolve(weights, features, architecture.last);
  const embedding = tf.mean<tf.Tensor2D>(features, [1, 2]);
  return tf.add(tf.matMul(embedding, weights['predictions/kernel'] as tf.Tensor2D), weights['predictions/bias']!);
}

function invertedResidual(weights: WeightTensors, input: tf.Tensor4D, block: BlockSpec): tf.Tensor4D {
  const output = block.convolutions.reduce((features, spec) => convolve(weights, features, spec), input);
  return block.isResidual ? tf.add(input, output) : output;
}

function convolve(weights: WeightTensors, x: tf.Tensor4D, spec: ConvolutionSpec): tf.Tensor4D {
  const common = {
    x,
    strides: spec.stride,
    pad: 'same' as const,
    bias: weights[`${spec.name}/bias`] as tf.Tensor1D,
    activation: spec.activation,
  };
  return spec.kind === 'depthwise'
    ? tf.fused.depthwiseConv2d({ ...common, filter: weights[`${spec.name}/depthwise_kernel`] as tf.Tensor4D })
    : tf.fused.conv2d({ ...common, filter: weights[`${spec.name}/kernel`] as tf.Tensor4D });
}
