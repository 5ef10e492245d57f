import { setTimeout as sleep } from 'node:timers/promises';
import { type Backoff, backoffDelayMs } from './backoff.js';

export interface RetryOptions extends Backoff {
  /** Attempts in all, ≥ 1. */
  attempts: number;
  /** Whether another attempt could help. Programmer errors must say no. */
  isRetriable: (error: unknown) => boolean;
  signal?: AbortSignal;
  /** Called before each wait. */
  onRetry?: (error: unknown, attempt: number, delayMs: number) => void;
}

/** Runs `work` until it succeeds, cannot be retried, or has had its attempts; then throws the last error. */
export async function retry<T>(work: (attempt: number) => Promise<T>, options: RetryOptions): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work(attempt);
    } catch (error) {
      if (attempt >= options.attempts || options.signal?.aborted || !options.isRetriable(error)) throw error;
      const delayMs = backoffDelayMs(attempt, options);
      options.onRetry?.(error, attempt, delayMs);
      await sleep(delayMs, undefined, { signal: options.signal });
    }
  }
}
