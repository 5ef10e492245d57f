import { type CaseRounding, roundToCases } from './round-to-cases.js';

/** How much to order once the reorder point is reached. */
export type OrderPolicy =
  /** (s,S): up to a level. */
  | { kind: 'order-up-to'; level: number }
  /** (R,Q): as many fixed lots as bring the position above the reorder point. */
  | { kind: 'fixed-lot'; lot: number };

export interface OrderInput {
  /** Items on hand and on order, less reserved. */
  position: number;
  reorderPoint: number;
  policy: OrderPolicy;
  casePack: number;
  rounding: CaseRounding;
  minimumOrderCases: number;
  /** Items that shelf and back room can hold; null when unknown. */
  capacity: number | null;
}

export interface OrderQuantity {
  cases: number;
  /** `cases` in items. */
  quantity: number;
  /** What held the quantity down or pushed it up. */
  boundBy: 'capacity' | 'minimum-order' | null;
}

/**
 * The order for one product: policy, then whole cases, then the supplier's minimum, then what fits. Nothing is
 * ordered (0 cases) when not even the minimum fits.
 */
export function orderQuantity(input: OrderInput): OrderQuantity {
  const { position, casePack, rounding, minimumOrderCases, capacity } = input;
  const wanted = wantedItems(input);
  if (wanted <= 0) return { cases: 0, quantity: 0, boundBy: null };
  const level = input.policy.kind === 'order-up-to' ? input.policy.level - position : wanted;
  const rounded = Math.max(1, roundToCases(wanted, casePack, rounding, level));
  const ordered = Math.max(rounded, minimumOrderCases);
  const fitting = capacity === null ? Infinity : Math.max(0, Math.floor((capacity - position) / casePack));
  const cases = ordered <= fitting ? ordered : fitting >= minimumOrderCases ? fitting : 0;
  const boundBy = cases < ordered ? 'capacity' : ordered > rounded ? 'minimum-order' : null;
  return { cases, quantity: cases * casePack, boundBy };
}

function wantedItems({ position, reorderPoint, policy }: OrderInput): number {
  if (policy.kind === 'order-up-to') return policy.level - position;
  const lots = Math.floor((reorderPoint - position) / policy.lot) + 1;
  return Math.max(0, lots) * policy.lot;
}
