import { setTimeout as delay } from 'node:timers/promises';

export interface RetryPolicy {
  /** Attempts before giving up. */
  maxAttempts: number;
  /** First pause; doubles each time up to 5 s. */
  firstPauseMs: number;
}

/** About half a minute: long enough for a service to start again. */
export const PATIENT: RetryPolicy = { maxAttempts: 10, firstPauseMs: 200 };

const LONGEST_PAUSE_MS = 5_000;

const isRetriable = (error: unknown): boolean =>
  error instanceof Error && 'retriable' in error && error.retriable === true;

/** Tries again while the error says that it may help. @throws the last error */
export async function withRetry(policy: RetryPolicy, attempt: () => Promise<void>): Promise<void> {
  for (let count = 1, pauseMs = policy.firstPauseMs; ; count += 1, pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2)) {
    try {
      return await attempt();
    } catch (error) {
      if (!isRetriable(error) || count >= policy.maxAttempts) throw error;
      await delay(pauseMs);
    }
  }
}
