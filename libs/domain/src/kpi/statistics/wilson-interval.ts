import { zForServiceLevel } from '../../replenishment/service-level.js';
import { CONFIDENCE, type Estimate } from './interval.js';

/**
 * Score interval of a proportion (E. B. Wilson, JASA 22, 1927); recommended by Newcombe (Statistics in Medicine 17,
 * 1998, method 3). Keeps inside 0..1, also for none or all.
 *
 * @returns undefined when nothing was observed
 */
export function wilsonInterval(successes: number, trials: number, confidence = CONFIDENCE): Estimate | undefined {
  if (trials <= 0) return undefined;
  if (successes < 0 || successes > trials) {
    throw new RangeError(`${successes} of ${trials} is no proportion: expected 0 to ${trials}.`);
  }
  const z = zForServiceLevel((1 + confidence) / 2);
  const share = successes / trials;
  const centre = share + z ** 2 / (2 * trials);
  const spread = z * Math.sqrt((share * (1 - share)) / trials + z ** 2 / (4 * trials ** 2));
  const scale = 1 + z ** 2 / trials;
  return {
    value: share,
    low: successes === 0 ? 0 : (centre - spread) / scale,
    high: successes === trials ? 1 : (centre + spread) / scale,
  };
}
