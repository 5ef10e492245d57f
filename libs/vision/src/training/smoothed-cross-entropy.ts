import * as tf from '@tensorflow/tfjs';

/**
 * Mean cross-entropy against one-hot labels from which a share is spread over all classes. The gradient is written out, because it is
 * simply the difference of two distributions, and because not every backend has the kernels of the general one.
 *
 * @param labels `[batch]`, int32
 * @param logits `[batch, classes]`
 */
export function smoothedCrossEntropy(labels: tf.Tensor1D, logits: tf.Tensor2D, smoothing: number): tf.Scalar {
  const [batch, classes] = logits.shape;
  const loss = tf.customGrad((input, save) => {
    const x = input as tf.Tensor2D;
    const target = tf
      .oneHot(labels, classes)
      .mul(1 - smoothing)
      .add(smoothing / classes);
    const shifted = x.sub(x.max(1, true));
    const logProbabilities = shifted.sub(shifted.exp().sum(1, true).log());
    (save as tf.GradSaveFunc)([logProbabilities, target]);
    const value = target.mul(logProbabilities).sum().div(-batch) as tf.Scalar;
    const gradFunc = (dy: tf.Tensor, saved: tf.Tensor[]) => {
      const [logarithms, wanted] = saved as [tf.Tensor, tf.Tensor];
      return logarithms.exp().sub(wanted).mul(dy).div(batch);
    };
    return { value, gradFunc };
  });
  return loss(logits) as tf.Scalar;
}
