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
  /** Items that take up room or will: on hand and on order, reserved ones too. Default: `position`. */
  occupied?: number;
  /** Cases in a layer of a pallet, where only whole layers are delivered; null or left out = single cases. */
  palletLayerCases?: number | null;
}

export interface OrderQuantity {
  cases: number;
  /** `cases` in items. */
  quantity: number;
  /** What held the quantity down or pushed it up. */
  boundBy: 'capacity' | 'minimum-order' | null;
}

/**
 * The order for one product: policy, then whole cases or pallet layers, then the supplier's minimum, then what fits.
 * Nothing is ordered (0 cases) when not even the minimum fits. The level S yields to one whole case and to the
 * supplier's minimum, since less cannot be had; the room in the store yields to nothing.
 */
export function orderQuantity(input: OrderInput): OrderQuantity {
  const { position, casePack, rounding, capacity } = input;
  const wanted = wantedItems(input);
  if (wanted <= 0) return { cases: 0, quantity: 0, boundBy: null };
  const unitCases = input.palletLayerCases ?? 1;
  const unit = unitCases * casePack;
  const level = input.policy.kind === 'order-up-to' ? input.policy.level - position : wanted;
  const minimum = Math.ceil(input.minimumOrderCases / unitCases);
  const rounded = Math.max(1, roundToCases(wanted, unit, rounding, level));
  const ordered = Math.max(rounded, minimum);
  const room = capacity === null ? Infinity : capacity - (input.occupied ?? position);
  const fitting = Math.max(0, Math.floor(room / unit));
  const units = ordered <= fitting ? ordered : fitting >= minimum ? fitting : 0;
  const boundBy = units < ordered ? 'capacity' : ordered > rounded ? 'minimum-order' : null;
  return { cases: units * unitCases, quantity: units * unit, boundBy };
}

function wantedItems({ position, reorderPoint, policy }: OrderInput): number {
  if (policy.kind === 'order-up-to') return policy.level - position;
  const lots = Math.floor((reorderPoint - position) / policy.lot) + 1;
  return Math.max(0, lots) * policy.lot;
}
