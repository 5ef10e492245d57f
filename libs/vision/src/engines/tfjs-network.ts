import * as tf from '@tensorflow/tfjs';
import { type ConvolutionSpec, kernelOf, type Network, NETWORK_INPUT } from '../backbone/network.js';

export type WeightTensors = Readonly<Record<string, tf.Tensor>>;

/**
 * The network's forward pass, for inference only: bias and ReLU6 are fused into the convolutions, which saves two thirds of the
 * kernel calls that the layers of training make.
 *
 * @param pixels `[batch, size, size, 3]` in the network's input range
 * @returns logits `[batch, classes]`; intermediate tensors are the caller's to tidy
 */
export function computeLogits(network: Network, weights: WeightTensors, pixels: tf.Tensor4D): tf.Tensor2D {
  const outputs = new Map([[NETWORK_INPUT, pixels]]);
  let last = pixels;
  for (const layer of network.layers) {
    last =
      layer.operation === 'add'
        ? tf.add(outputs.get(layer.inputs[0])!, outputs.get(layer.inputs[1])!)
        : convolve(weights, outputs.get(layer.input)!, layer);
    outputs.set(layer.name, last);
  }
  const embedding = tf.mean<tf.Tensor2D>(last, [1, 2]);
  return tf.add(tf.matMul(embedding, weights['predictions/kernel'] as tf.Tensor2D), weights['predictions/bias']!);
}

function convolve(weights: WeightTensors, x: tf.Tensor4D, spec: ConvolutionSpec): tf.Tensor4D {
  const options = {
    x,
    filter: weights[kernelOf(spec).name] as tf.Tensor4D,
    strides: spec.stride,
    pad: 'same' as const,
    bias: weights[`${spec.name}/bias`] as tf.Tensor1D,
    activation: spec.activation,
  };
  return spec.kind === 'depthwise' ? tf.fused.depthwiseConv2d(options) : tf.fused.conv2d(options);
}
