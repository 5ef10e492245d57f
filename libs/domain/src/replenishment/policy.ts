import { type ApprovalLimits, DEFAULT_APPROVAL, type ReorderMode } from './approval.js';
import { DEFAULT_REPLENISHMENT, type ReplenishmentSettings } from './propose-reorder.js';

/** How one product is ordered in one store, and who decides. */
export interface ReplenishmentPolicy extends ReplenishmentSettings {
  mode: ReorderMode;
  limits: ApprovalLimits;
  /** Days after the expected arrival until an order counts as expired. */
  graceDays: number;
}

/** What somebody has set; the rest comes from the store, then from the defaults. */
export type PolicyChoices = Partial<ReplenishmentPolicy>;

export const DEFAULT_POLICY: ReplenishmentPolicy = { ...DEFAULT_REPLENISHMENT, ...DEFAULT_APPROVAL, graceDays: 3 };

/** What is set for the product goes before what is set for its store. A setting that is left out counts as not set. */
export function resolvePolicy(store: PolicyChoices | null, product: PolicyChoices | null): ReplenishmentPolicy {
  return { ...DEFAULT_POLICY, ...given(store ?? {}), ...given(product ?? {}) };
}

const given = (choices: PolicyChoices): PolicyChoices =>
  Object.fromEntries(Object.entries(choices).filter(([, value]) => value !== undefined));
