/** A figure with its confidence interval. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

/** Two-sided level that is used where nothing else is said. */
export const CONFIDENCE = 0.95;
