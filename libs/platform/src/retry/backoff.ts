export interface Backoff {
  /** Wait before the second attempt, in milliseconds. */
  baseMs: number;
  /** No wait is longer than this. */
  maxMs: number;
}

/**
 * Exponential back-off with full jitter: a random wait between half and all of `baseMs · 2^(attempt-1)`, capped.
 *
 * @param attempt how many attempts have failed, 1-based
 * @param random 0..1, for tests
 */
export function backoffDelayMs(attempt: number, { baseMs, maxMs }: Backoff, random = Math.random()): number {
  const ceiling = Math.min(maxMs, baseMs * 2 ** Math.min(attempt - 1, 30));
  return Math.round(ceiling * (0.5 + 0.5 * random));
}
