import { CONFIDENCE, type Estimate } from './interval.js';
import { seededRandom } from './random.js';

export interface BootstrapSettings {
  seed: number;
  /** ≥ 1,000 for 95 % intervals. */
  resamples?: number;
  confidence?: number;
}

/**
 * Percentile bootstrap (B. Efron, Annals of Statistics 7, 1979) of any figure of independent units, for instance of
 * stores: units are drawn with replacement, never the events inside them, which depend on each other.
 *
 * @param samples one list of units per arm; arms are resampled on their own
 * @param statistic of the drawn units; resamples for which it is not finite are left out
 * @returns undefined when an arm is empty or the statistic of the units themselves is not finite
 */
export function bootstrapInterval<T>(
  samples: readonly (readonly T[])[],
  statistic: (samples: readonly (readonly T[])[]) => number,
  { seed, resamples = 2_000, confidence = CONFIDENCE }: BootstrapSettings,
): Estimate | undefined {
  const value = samples.some(({ length }) => length === 0) ? Number.NaN : statistic(samples);
  if (!Number.isFinite(value)) return undefined;
  const random = seededRandom(seed);
  const draw = (units: readonly T[]): T[] => units.map(() => units[Math.floor(random() * units.length)]!);
  const values = Array.from({ length: resamples }, () => statistic(samples.map(draw)))
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const at = (share: number): number => values[Math.round(share * (values.length - 1))] ?? value;
  return { value, low: at((1 - confidence) / 2), high: at((1 + confidence) / 2) };
}
