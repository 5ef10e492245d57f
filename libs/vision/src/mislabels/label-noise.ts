import { softmaxRow } from '../evaluation/softmax.js';

/** How a data set's labels go wrong, and how far a classifier's scores can be trusted; fitted together. */
export interface LabelNoise {
  /** Share of labels that are wrong. */
  rate: number;
  /** Divides the scores before the softmax. */
  temperature: number;
}

const [LOWEST_TEMPERATURE, HIGHEST_TEMPERATURE] = [0.01, 100];
const EM_STEPS = 30;

/**
 * Fits temperature and rate so that the given labels are as likely as can be, when a label is right with probability `1 - rate` and else any other
 * one (symmetric noise with forward correction; Patrini et al. 2017). Plain temperature scaling would take wrong labels for overconfidence, and
 * make all probabilities flat. Golden section over the temperature, expectation maximisation for the rate.
 *
 * @param scores rows of `classes` values
 * @param labels the given ones, one a row
 */
export function fitLabelNoise(scores: Float32Array, labels: readonly number[], classes: number): LabelNoise {
  const at = (logarithm: number) => {
    const temperature = Math.exp(logarithm);
    const own = Float64Array.from(labels, (label, row) => softmaxRow(scores, row, classes, temperature)[label]!);
    return { temperature, ...fitRate(own, classes) };
  };
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [Math.log(LOWEST_TEMPERATURE), Math.log(HIGHEST_TEMPERATURE)];
  let [left, right] = [at(high - golden * (high - low)), at(low + golden * (high - low))];
  while (high - low > 0.02) {
    if (left.likelihood > right.likelihood) {
      [high, right] = [Math.log(right.temperature), left];
      left = at(high - golden * (high - low));
    } else {
      [low, left] = [Math.log(left.temperature), right];
      right = at(low + golden * (high - low));
    }
  }
  const { rate, temperature } = left.likelihood > right.likelihood ? left : right;
  return { rate, temperature };
}

/** Probability that a label is wrong to which the classifier gives the probability `own`. */
export function wrongness(own: number, rate: number, classes: number): number {
  const wrong = (rate * (1 - own)) / (classes - 1);
  const right = (1 - rate) * own;
  return wrong + right > 0 ? wrong / (wrong + right) : 0;
}

function fitRate(own: Float64Array, classes: number): { rate: number; likelihood: number } {
  let rate = 0.05;
  for (let step = 0; step < EM_STEPS; step += 1)
    rate = own.reduce((sum, it) => sum + wrongness(it, rate, classes), 0) / own.length;
  const likelihood = own.reduce(
    (sum, it) => sum + Math.log(Math.max(1e-300, (1 - rate) * it + (rate * (1 - it)) / (classes - 1))),
    0,
  );
  return { rate, likelihood };
}
