/** Nearest-rank percentile; null of nothing. @param share 0..1 */
export function percentile(values: readonly number[], share: number): number | null {
  const ordered = [...values].sort((a, b) => a - b);
  return ordered[Math.max(0, Math.ceil(share * ordered.length) - 1)] ?? null;
}

export const median = (values: readonly number[]): number | null => percentile(values, 0.5);
