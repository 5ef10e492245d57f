import type { Gtin } from '../identifiers/gtin.js';
import { type FacingReading, SPECIAL_LABELS } from '../observation/slot-observation.js';
import type { FilterSettings } from './filter-settings.js';

/** What a facing may show. */
export const FACING_CONTENTS = ['product', 'empty', 'foreign'] as const;
export type FacingContent = (typeof FACING_CONTENTS)[number];

/** What one reading says about one facing, given that the facing is not hidden. */
export interface FacingEvidence {
  /** How much of it counts, 0 (hidden) .. 1 (in full view). */
  weight: number;
  /** 0..1 each; together at most 1, the rest is spread over other products. */
  product: number;
  empty: number;
  foreign: number;
  /** The foreign product that `foreign` speaks of. */
  foreignGtin: Gtin | null;
}

const isSpecial = (label: string): boolean => (SPECIAL_LABELS as readonly string[]).includes(label);

/**
 * Weighs one reading by Bayes' rule. The model gives `P(class | picture)` as if every product were as likely in every facing. Whether there is a
 * package or a gap is taken from it; which package, from it and the planogram: each product but the wanted one is multiplied by its prior odds.
 * Where it names what the planogram makes unlikely, it may as well be wrong, and the reading counts for less. Hidden facings and abstentions
 * are no evidence: the model did not see what is there.
 *
 * @param expected what the planogram wants in the facing
 * @returns undefined when the reading says nothing
 */
export function facingEvidence(
  reading: FacingReading,
  expected: Gtin,
  { hiddenAbove, foreignOdds, surpriseWeight }: Pick<FilterSettings, 'hiddenAbove' | 'foreignOdds' | 'surpriseWeight'>,
): FacingEvidence | undefined {
  const hidden = clamp(reading.occludedProbability);
  if (reading.label === 'occluded' || reading.label === 'unknown' || hidden > hiddenAbove) return undefined;
  const isForeign = reading.label !== expected && !isSpecial(reading.label);
  const product = clamp(reading.expectedProbability);
  const empty = clamp(reading.emptyProbability);
  const foreign = isForeign ? clamp(reading.probability) : 0;
  const others = Math.max(0, 1 - hidden - product - empty - foreign);
  const packages = product + foreign + others;
  if (packages + empty === 0) return undefined;
  const filled = packages / (packages + empty);
  const byPlanogram = product + (foreign + others) * foreignOdds;
  const shareOf = (belief: number): number => (byPlanogram === 0 ? 0 : (filled * belief) / byPlanogram);
  const believedForeign = shareOf(foreign * foreignOdds);
  const explained = Math.min(1, product + empty + believedForeign);
  return {
    weight: (1 - hidden) * (surpriseWeight + (1 - surpriseWeight) * explained),
    product: shareOf(product),
    empty: 1 - filled,
    foreign: believedForeign,
    foreignGtin: isForeign ? (reading.label as Gtin) : null,
  };
}

/** Also turns a broken figure into "no probability". */
const clamp = (probability: number): number => (probability > 0 ? Math.min(1, probability) : 0);
