/**
 * Nearest-rank percentile (the smallest value with at least that share of values at or below it); null of nothing.
 *
 * @param share 0..1
 */
export function percentile(values: readonly number[], share: number): number | null {
  const ordered = [...values].sort((a, b) => a - b);
  return ordered[Math.max(0, Math.ceil(share * ordered.length) - 1)] ?? null;
}
