import { highestOf, softmaxRow } from './softmax.js';

/** What a model answered, how sure it said to be, and whether it was right. */
export interface StatedAnswer {
  /** Probability of the answer, 0..1. */
  confidence: number;
  isRight: boolean;
}

/**
 * Expected calibration error: how far stated confidence and hit rate lie apart, as a mean over bins of equal width weighted by their
 * size. 0 is perfect.
 */
export function calibrationErrorOf(answers: readonly StatedAnswer[], bins = 15): number {
  const totals = Array.from({ length: bins }, () => ({ confidence: 0, hits: 0 }));
  for (const { confidence, isRight } of answers) {
    const bin = totals[Math.min(bins - 1, Math.floor(confidence * bins))]!;
    bin.confidence += confidence;
    if (isRight) bin.hits += 1;
  }
  const distance = totals.reduce((sum, { confidence, hits }) => sum + Math.abs(confidence - hits), 0);
  return answers.length === 0 ? 0 : distance / answers.length;
}

/** Expected calibration error of logits, after division by the temperature. */
export function expectedCalibrationError(
  logits: Float32Array,
  labels: readonly number[],
  classes: number,
  options: { temperature?: number; bins?: number } = {},
): number {
  const { temperature = 1, bins = 15 } = options;
  const answers = labels.map((label, row): StatedAnswer => {
    const best = highestOf(logits, row, classes);
    return { confidence: softmaxRow(logits, row, classes, temperature)[best]!, isRight: best === label };
  });
  return calibrationErrorOf(answers, bins);
}

/** Mean negative log-likelihood of the right class. */
export function negativeLogLikelihood(
  logits: Float32Array,
  labels: readonly number[],
  classes: number,
  temperature: number,
): number {
  const total = labels.reduce(
    (sum, label, row) => sum - Math.log(Math.max(1e-12, softmaxRow(logits, row, classes, temperature)[label]!)),
    0,
  );
  return labels.length === 0 ? 0 : total / labels.length;
}

/** Spread of the logarithm of temperatures before any label was seen: two thirds of all models need one between 0.6 and 1.6. */
const PRIOR_DEVIATION = 0.5;

/**
 * Temperature scaling (Guo et al. 2017): the one divisor of the logits under which held-out labels are most likely. It changes no
 * ranking. A log-normal prior around 1 keeps a handful of labels, which a model may have got all right, from making it certain of
 * everything; from a hundred on it no longer matters. Found by golden section on a logarithmic scale, where there is a single peak.
 *
 * @returns between 0.05 and 10; 1 without any label
 */
export function fitTemperature(logits: Float32Array, labels: readonly number[], classes: number): number {
  if (labels.length === 0) return 1;
  const cost = (logarithm: number) =>
    negativeLogLikelihood(logits, labels, classes, Math.exp(logarithm)) +
    logarithm ** 2 / (2 * PRIOR_DEVIATION ** 2 * labels.length);
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [Math.log(0.05), Math.log(10)];
  while (high - low > 1e-3) {
    const [left, right] = [high - golden * (high - low), low + golden * (high - low)];
    if (cost(left) < cost(right)) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}

/**
 * The confidence below which a model should rather abstain: a share of right answers lies under it.
 *
 * @param share of right held-out answers that may be lost, 0 to 1
 */
export function abstentionThreshold(
  logits: Float32Array,
  labels: readonly number[],
  classes: number,
  options: { temperature: number; share: number },
): number {
  const confidences = labels
    .map((label, row) => ({ label, row, best: highestOf(logits, row, classes) }))
    .filter(({ label, best }) => label === best)
    .map(({ row, best }) => softmaxRow(logits, row, classes, options.temperature)[best]!)
    .sort((a, b) => a - b);
  return confidences[Math.floor(confidences.length * options.share)] ?? 0;
}
