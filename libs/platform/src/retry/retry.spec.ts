import { backoffDelayMs } from './backoff.js';
import { retry } from './retry.js';

describe('backoffDelayMs', () => {
  it('doubles with each attempt up to its limit', () => {
    const delays = [1, 2, 3, 4, 50].map((attempt) => backoffDelayMs(attempt, { baseMs: 100, maxMs: 500 }, 1));
    expect(delays).toEqual([100, 200, 400, 500, 500]);
  });

  it('never waits less than half of the step', () => {
    expect(backoffDelayMs(1, { baseMs: 100, maxMs: 500 }, 0)).toBe(50);
  });
});

describe('retry', () => {
  const quick = { attempts: 3, baseMs: 1, maxMs: 2, isRetriable: () => true };

  it('When the second attempt succeeds, then its value comes back', async () => {
    const value = await retry(async (attempt) => {
      if (attempt === 1) throw new Error('first');
      return attempt;
    }, quick);
    expect(value).toBe(2);
  });

  it('When every attempt fails, then the last error is thrown', async () => {
    await expect(retry((attempt) => Promise.reject(new Error(`attempt ${attempt}`)), quick)).rejects.toThrow(
      'attempt 3',
    );
  });

  it('When an error cannot be retried, then there is no second attempt', async () => {
    let attempts = 0;
    const work = () => Promise.reject(new Error(`attempt ${++attempts}`));
    await expect(retry(work, { ...quick, isRetriable: () => false })).rejects.toThrow('attempt 1');
  });
});
