import * as tf from '@tensorflow/tfjs';

/** Asks for the right family as well as for the right class. */
export interface FamilyTerm {
  /** `[classes, families]`, row by row: 1 where a class belongs to a family, else 0. Every class belongs to one. */
  membership: Float32Array;
  families: number;
  /** Of the families' cross-entropy, beside that of the classes with 1. */
  weight: number;
}

/**
 * Mean cross-entropy against target distributions; with families also that of the families' summed probabilities. The gradient is written out,
 * because it is simple (the difference of two distributions, and for families `p * (1 - wanted family / given family)`), and because not every
 * backend has the kernels of the general one.
 *
 * @param targets `[batch, classes]`, rows that sum to the weight of their picture, usually 1 (see `targetRows`)
 * @param logits `[batch, classes]`
 */
export function crossEntropy(targets: tf.Tensor2D, logits: tf.Tensor2D, term?: FamilyTerm): tf.Scalar {
  const [batch, classes] = logits.shape;
  const loss = tf.customGrad((input, save) => {
    const x = input as tf.Tensor2D;
    const shifted = x.sub(x.max(1, true));
    const logProbabilities = shifted.sub(shifted.exp().sum(1, true).log());
    const membership = tf.tensor2d(term?.membership ?? [], [term ? classes : 0, term?.families ?? 0]);
    (save as tf.GradSaveFunc)([logProbabilities, targets, membership]);
    const own = targets.mul(logProbabilities).sum();
    const value = (
      term === undefined ? own : own.add(familyLikelihood(logProbabilities, targets, membership).mul(term.weight))
    ).div(-batch) as tf.Scalar;
    const gradFunc = (dy: tf.Tensor, saved: tf.Tensor[]) => {
      const [logarithms, wanted, members] = saved as [tf.Tensor, tf.Tensor2D, tf.Tensor2D];
      const probabilities = logarithms.exp() as tf.Tensor2D;
      const weights = wanted.sum(1, true);
      const gradient = probabilities.mul(weights).sub(wanted);
      if (term === undefined) return gradient.mul(dy).div(batch);
      const ratio = wanted.matMul(members).div(probabilities.matMul(members).add(TINY)) as tf.Tensor2D;
      const ofFamilies = probabilities.mul(weights.sub(ratio.matMul(members, false, true)));
      return gradient.add(ofFamilies.mul(term.weight)).mul(dy).div(batch);
    };
    return { value, gradFunc };
  });
  return loss(logits) as tf.Scalar;
}

const TINY = 1e-7;

function familyLikelihood(logProbabilities: tf.Tensor, targets: tf.Tensor2D, membership: tf.Tensor2D): tf.Tensor {
  const given = (logProbabilities.exp() as tf.Tensor2D).matMul(membership);
  return targets.matMul(membership).mul(given.add(TINY).log()).sum();
}
