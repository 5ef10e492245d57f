import { DEFAULT_RETRY } from '../event-stream.js';
import { decideRetry } from './retry-decision.js';

const settings = { ...DEFAULT_RETRY, maxAttempts: 3, retryDelayMs: 100, maxOutageMs: 60_000 };
const error = (retriable?: boolean): Error =>
  Object.assign(new Error('x'), retriable === undefined ? {} : { retriable });

describe('decideRetry', () => {
  it('When an error is final, then there is no second attempt', () => {
    expect(decideRetry(error(false), 1, 0, settings)).toBe('dead-letter');
  });

  it('When an error says nothing, then it gets its attempts with growing waits and is then given up', () => {
    expect([1, 2, 3].map((attempt) => decideRetry(error(), attempt, 0, settings))).toEqual([
      { retryAfterMs: 100 },
      { retryAfterMs: 200 },
      'dead-letter',
    ]);
  });

  it('When something is away, then it is waited for beyond the attempts, but not for ever', () => {
    expect(decideRetry(error(true), 50, 59_000, settings)).toEqual({ retryAfterMs: 15_000 });
    expect(decideRetry(error(true), 51, 60_000, settings)).toBe('dead-letter');
  });

  it('When something other than an error is thrown, then it is treated as one that says nothing', () => {
    expect(decideRetry('text', 1, 0, settings)).toEqual({ retryAfterMs: 100 });
    expect(decideRetry(null, 3, 0, settings)).toBe('dead-letter');
  });
});
