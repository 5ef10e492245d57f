import type { FacingReading, Gtin } from '@shelfwatch/domain';
import type { LabelTaskEntity } from '@shelfwatch/persistence';

export interface LabelSettings {
  /** Readings that are less probable than this are worth a label. */
  unsureBelow: number;
  /** A product that should not be there is worth one from this probability on: either the shelf is wrong, or the model is, and it is sure of it. */
  sureFrom: number;
}

export const DEFAULT_LABEL_SETTINGS: LabelSettings = { unsureBelow: 0.6, sureFrom: 0.9 };

/** Why a label would teach something, and how much: 0..1. */
export interface WorthLabelling {
  reason: Exclude<LabelTaskEntity['reason'], 'rejected-event'>;
  score: number;
}

/**
 * Whether a person should say what a facing shows. Most instructive is a mistake made with confidence, then a product that the model does not know,
 * then doubt. What is hidden teaches nothing, and what is as planned is known already.
 */
export function judgeCrop(
  reading: FacingReading,
  expected: Gtin,
  { unsureBelow, sureFrom }: LabelSettings = DEFAULT_LABEL_SETTINGS,
): WorthLabelling | undefined {
  const { label, probability, occludedProbability } = reading;
  if (label === 'occluded' || occludedProbability >= 0.5) return undefined;
  if (label === 'unknown') return { reason: 'unknown-product', score: 0.6 + 0.2 * (1 - probability) };
  const isOtherProduct = label !== expected && label !== 'empty';
  if (isOtherProduct && probability >= sureFrom)
    return { reason: 'disagrees-with-planogram', score: 0.8 + 0.15 * ((probability - sureFrom) / (1 - sureFrom || 1)) };
  if (probability < unsureBelow) return { reason: 'low-confidence', score: 0.6 * (1 - probability) };
  return undefined;
}
