import { CONFIDENCE, type Estimate } from './interval.js';

/**
 * Exact interval of a rate of rare events (F. Garwood, Biometrika 28, 1936): the means for which the observed count
 * would lie just in either tail.
 *
 * @param events whole number counted
 * @param exposure for instance slot-hours
 * @returns events per unit of exposure; undefined without exposure
 */
export function poissonRateInterval(events: number, exposure: number, confidence = CONFIDENCE): Estimate | undefined {
  if (exposure <= 0) return undefined;
  if (!Number.isInteger(events) || events < 0) {
    throw new RangeError(`Events are counted in whole numbers from 0, not ${events}.`);
  }
  const tail = (1 - confidence) / 2;
  const low = events === 0 ? 0 : meanWith(events, (mean) => 1 - poissonAtMost(events - 1, mean) >= tail);
  const high = meanWith(events, (mean) => poissonAtMost(events, mean) <= tail);
  return { value: events / exposure, low: low / exposure, high: high / exposure };
}

/** The smallest mean for which `reached` holds; it holds for all larger ones. */
function meanWith(events: number, reached: (mean: number) => boolean): number {
  let low = 0;
  let high = events + 10 * Math.sqrt(events + 1) + 10;
  for (let step = 0; step < 80; step += 1) {
    const middle = (low + high) / 2;
    if (reached(middle)) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

/** P(X <= count) for a Poisson variable; summed from the largest term down, so that nothing underflows. */
function poissonAtMost(count: number, mean: number): number {
  if (mean === 0) return 1;
  const logMean = Math.log(mean);
  let logTerm = count * logMean - mean - logFactorial(count);
  let sum = 0;
  for (let k = count; k >= 0; k -= 1) {
    const term = Math.exp(logTerm);
    sum += term;
    if (term < sum * 1e-17 && k < mean) break;
    logTerm += Math.log(k) - logMean;
  }
  return Math.min(1, sum);
}

/** Stirling's series for large numbers, sum of logarithms for small ones. */
function logFactorial(n: number): number {
  if (n > 50) {
    return n * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI * n) + 1 / (12 * n) - 1 / (360 * n ** 3);
  }
  let sum = 0;
  for (let k = 2; k <= n; k += 1) sum += Math.log(k);
  return sum;
}
