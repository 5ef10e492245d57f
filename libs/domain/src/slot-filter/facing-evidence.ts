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
 * Weighs one reading. Hidden facings and abstentions are no evidence: the model did not see what is there.
 *
 * @param expected what the planogram wants in the facing
 * @returns undefined when the reading says nothing
 */
export function facingEvidence(
  reading: FacingReading,
  expected: Gtin,
  { hiddenAbove, foreignOdds }: Pick<FilterSettings, 'hiddenAbove' | 'foreignOdds'>,
): FacingEvidence | undefined {
  const hidden = clamp(reading.occludedProbability);
  if (reading.label === 'occluded' || reading.label === 'unknown' || hidden > hiddenAbove) return undefined;
  const isForeign = reading.label !== expected && !isSpecial(reading.label);
  const product = clamp(reading.expectedProbability);
  const empty = clamp(reading.emptyProbability);
  const foreign = isForeign ? clamp(reading.probability) * foreignOdds : 0;
  const named = product + empty + (isForeign ? clamp(reading.probability) : 0);
  const others = Math.max(0, 1 - hidden - named) * foreignOdds;
  const total = product + empty + foreign + others;
  if (total === 0) return undefined;
  return {
    weight: 1 - hidden,
    product: product / total,
    empty: empty / total,
    foreign: foreign / total,
    foreignGtin: isForeign ? (reading.label as Gtin) : null,
  };
}

/** Also turns a broken figure into "no probability". */
const clamp = (probability: number): number => (probability > 0 ? Math.min(1, probability) : 0);
