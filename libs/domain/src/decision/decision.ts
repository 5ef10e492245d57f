/** What to do about a stock event. The router tries them in this order. */
export const REMEDIES = [
  'CAMERA_FAULT',
  'EXPECTED_GAP',
  'MISPLACED',
  'RESTOCK_FROM_BACKROOM',
  'COUNT_REQUEST',
  'ON_ORDER',
  'REORDER',
  'UNKNOWN_PRODUCT',
] as const;
export type Remedy = (typeof REMEDIES)[number];

/** A remedy that the router considered and did not take, and why. */
export interface RejectedAlternative {
  remedy: Remedy;
  because: string;
}

/** The answer of the decision router, with everything needed to explain it later. */
export interface Decision {
  remedy: Remedy;
  /** Stable name of the rule that decided, for instance `backroom-book-stock-positive`. */
  rule: string;
  /** One sentence for a store manager. */
  reason: string;
  /** The figures that the rule looked at. */
  inputs: Readonly<Record<string, string | number | boolean | null>>;
  alternatives: readonly RejectedAlternative[];
}
