import * as tf from '@tensorflow/tfjs';

/**
 * Mean cross-entropy against target distributions. The gradient is written out, because it is simply the difference of two
 * distributions, and because not every backend has the kernels of the general one.
 *
 * @param targets `[batch, classes]`, rows that sum to the weight of their picture, usually 1 (see `targetRows`)
 * @param logits `[batch, classes]`
 */
export function crossEntropy(targets: tf.Tensor2D, logits: tf.Tensor2D): tf.Scalar {
  const [batch] = logits.shape;
  const loss = tf.customGrad((input, save) => {
    const x = input as tf.Tensor2D;
    const shifted = x.sub(x.max(1, true));
    const logProbabilities = shifted.sub(shifted.exp().sum(1, true).log());
    (save as tf.GradSaveFunc)([logProbabilities, targets]);
    const value = targets.mul(logProbabilities).sum().div(-batch) as tf.Scalar;
    const gradFunc = (dy: tf.Tensor, saved: tf.Tensor[]) => {
      const [logarithms, wanted] = saved as [tf.Tensor, tf.Tensor];
      return logarithms.exp().mul(wanted.sum(1, true)).sub(wanted).mul(dy).div(batch);
    };
    return { value, gradFunc };
  });
  return loss(logits) as tf.Scalar;
}
