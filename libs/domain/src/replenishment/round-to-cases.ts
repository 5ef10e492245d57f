/**
 * How a quantity that is no whole number of cases becomes one. `UP` never orders too little, even past the maximum;
 * `DOWN_TO_MAX` rounds up unless that passes the maximum, then down; `NEAREST` takes the closer one, halves up.
 */
export const CASE_ROUNDINGS = ['UP', 'DOWN_TO_MAX', 'NEAREST'] as const;
export type CaseRounding = (typeof CASE_ROUNDINGS)[number];

/**
 * Whole cases for a wanted quantity.
 *
 * @param quantity items wanted, ≥ 0
 * @param casePack items in a case, ≥ 1
 * @param maximum items at most, where the policy heeds one
 * @returns number of cases, ≥ 0
 */
export function roundToCases(quantity: number, casePack: number, rounding: CaseRounding, maximum: number): number {
  const exact = Math.max(0, quantity) / casePack;
  if (rounding === 'NEAREST') return Math.floor(exact + 0.5);
  const up = Math.ceil(exact);
  return rounding === 'DOWN_TO_MAX' && up * casePack > maximum ? Math.floor(Math.min(exact, maximum / casePack)) : up;
}
