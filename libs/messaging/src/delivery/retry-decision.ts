import type { RetrySettings } from '../event-stream.js';

/** What became of an attempt that failed. */
export type RetryDecision = { retryAfterMs: number } | 'dead-letter';

const longestWaitMs = 15_000;

/**
 * Bounded retry. An error that says `retriable: false` is final. One that says `retriable: true` means that something is away for a while: it is waited
 * for, up to `maxOutageMs`, so that an outage does not turn good messages into dead letters. Any other error gets `maxAttempts`.
 *
 * @param attempt how many attempts have failed, 1-based
 * @param failingSinceMs time since the first failure of this message
 */
export function decideRetry(
  error: unknown,
  attempt: number,
  failingSinceMs: number,
  { maxAttempts, retryDelayMs, maxOutageMs }: RetrySettings,
): RetryDecision {
  const retriable = (error as { retriable?: unknown } | null)?.retriable;
  if (retriable === false) return 'dead-letter';
  const exhausted = retriable === true ? failingSinceMs >= maxOutageMs : attempt >= maxAttempts;
  return exhausted
    ? 'dead-letter'
    : { retryAfterMs: Math.min(longestWaitMs, retryDelayMs * 2 ** Math.min(attempt - 1, 20)) };
}
