import * as tf from '@tensorflow/tfjs';

/** What the backend of tfjs-node offers beyond the public type: one eager TensorFlow op by name. */
interface EagerBackend {
  /** Constants of the C API. */
  binding: { TF_ATTR_TYPE: number; TF_FLOAT: number };
  executeSingleOutput(
    op: string,
    attributes: { name: string; type: number; value: number }[],
    inputs: tf.Tensor[],
  ): tf.Tensor;
}

let isRegistered = false;

/**
 * Replaces the gradient of `Relu6`, by default composed of five elementwise kernels over the largest tensors of the network, by
 * TensorFlow's own `Relu6Grad` where there is one. A training step of MobileNetV2 takes half the time.
 */
export function registerRelu6Gradient(): void {
  if (isRegistered) return;
  isRegistered = true;
  tf.unregisterGradient('Relu6');
  tf.registerGradient({
    kernelName: 'Relu6',
    outputsToSave: [true],
    gradFunc: (dy, [y]) => ({ x: () => relu6Gradient(dy as tf.Tensor, y!) }),
  });
  tf.registerKernel({
    kernelName: 'Relu6Grad',
    backendName: 'tensorflow',
    kernelFunc: ({ inputs, backend }) => {
      const { binding, executeSingleOutput } = backend as unknown as EagerBackend;
      const elements = [{ name: 'T', type: binding.TF_ATTR_TYPE, value: binding.TF_FLOAT }];
      return executeSingleOutput.call(backend, 'Relu6Grad', elements, [
        inputs['dy'] as tf.Tensor,
        inputs['y'] as tf.Tensor,
      ]);
    },
  });
}

/** The gradient passes where 0 < y < 6; told from the output, so that the input need not be kept. */
function relu6Gradient(dy: tf.Tensor, y: tf.Tensor): tf.Tensor {
  if (tf.getBackend() === 'tensorflow') return tf.engine().runKernel('Relu6Grad', { dy, y });
  return tf.tidy(() => dy.mul(tf.logicalAnd(y.greater(0), y.less(6)).cast('float32')));
}
