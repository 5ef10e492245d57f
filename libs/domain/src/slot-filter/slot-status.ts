import type { Gtin } from '../identifiers/gtin.js';
import type { SlotStatus } from '../shelf/slot-state.js';
import type { FacingBelief } from './facing-belief.js';

/** What a slot's facings amount to. */
export interface SlotAppearance {
  status: SlotStatus;
  /** Facings that show the right product. */
  visibleFacings: number;
  /** The product seen instead, when `misplaced`. */
  foreignGtin: Gtin | null;
}

/**
 * Misplaced: a foreign product in at least one facing. Empty: no facing shows the product. Low: at least one does,
 * and at most `lowFacings`. A facing of which nothing is known yet may show anything: when that matters, the answer is `unknown`.
 */
export function slotAppearance(facings: readonly FacingBelief[], lowFacings: number): SlotAppearance {
  const foreign = facings.find((facing) => facing.content === 'foreign');
  const visibleFacings = facings.filter((facing) => facing.content === 'product').length;
  const undecided = facings.filter((facing) => facing.content === null).length;
  if (foreign !== undefined) return { status: 'misplaced', visibleFacings, foreignGtin: foreign.contentGtin };
  const atLeast = statusFor(visibleFacings, lowFacings);
  const atMost = statusFor(visibleFacings + undecided, lowFacings);
  return { status: atLeast === atMost ? atLeast : 'unknown', visibleFacings, foreignGtin: null };
}

function statusFor(visibleFacings: number, lowFacings: number): SlotStatus {
  if (visibleFacings === 0) return 'empty';
  return visibleFacings <= lowFacings ? 'low' : 'stocked';
}
