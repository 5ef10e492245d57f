import * as tf from '@tensorflow/tfjs';
import { type ConvolutionSpec, type Network, NETWORK_INPUT } from './network.js';
import { Relu6Layer } from './relu6-layer.js';

/**
 * A backbone up to and including global average pooling: `[batch, size, size, 3]` in the network's input range →
 * `[batch, embeddingLength]`. The layers carry the names of the weight files (`Conv1`, `block_3_expand`, …). With `anySize` the input's
 * height and width stay open, so that one set of weights trains at several resolutions.
 */
export function buildBackbone(network: Network, options: { anySize?: boolean; seed?: number } = {}): tf.LayersModel {
  const side = options.anySize ? null : network.inputSize;
  const input = tf.input({ shape: [side, side, 3], name: NETWORK_INPUT });
  const outputs = new Map([[NETWORK_INPUT, input]]);
  let last = input;
  for (const layer of network.layers) {
    last =
      layer.operation === 'add'
        ? sum(
            layer.name,
            layer.inputs.map((name) => outputs.get(name)!),
          )
        : convolution(outputs.get(layer.input)!, layer, options.seed);
    outputs.set(layer.name, last);
  }
  const embedding = tf.layers.globalAveragePooling2d({ name: 'embedding' }).apply(last) as tf.SymbolicTensor;
  return tf.model({ inputs: input, outputs: embedding, name: network.backbone });
}

const sum = (name: string, inputs: tf.SymbolicTensor[]): tf.SymbolicTensor =>
  tf.layers.add({ name }).apply(inputs) as tf.SymbolicTensor;

function convolution(input: tf.SymbolicTensor, spec: ConvolutionSpec, seed?: number): tf.SymbolicTensor {
  const common = {
    name: spec.name,
    kernelSize: spec.kernelSize,
    strides: spec.stride,
    // TensorFlow's SAME puts the odd pixel of a stride of 2 at the end, see `samePadding`.
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
