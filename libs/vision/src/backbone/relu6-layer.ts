import * as tf from '@tensorflow/tfjs';

/**
 * min(max(x, 0), 6) as one kernel. The activation `relu6` of tf.layers is composed of nine kernels counting its gradient,
 * which doubles the time of a training step.
 */
export class Relu6Layer extends tf.layers.Layer {
  static className = 'Relu6Layer';

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => tf.relu6(Array.isArray(inputs) ? inputs[0]! : inputs));
  }

  override computeOutputShape(inputShape: tf.Shape): tf.Shape {
    return inputShape;
  }
}

tf.serialization.registerClass(Relu6Layer);
