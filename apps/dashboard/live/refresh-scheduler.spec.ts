import { jest } from '@jest/globals';
import { RefreshScheduler } from './refresh-scheduler';

const TIMINGS = { minIntervalMs: 100, idleMs: 10_000, retryMs: 500 };

/** Counts loads; each lasts 50 ms and ends as `outcome` says. */
function counted(outcome: () => boolean = () => true) {
  const loads = { count: 0 };
  const load = (): Promise<boolean> => {
    loads.count++;
    return new Promise((resolve) => setTimeout(() => resolve(outcome()), 50));
  };
  return { loads, scheduler: new RefreshScheduler(load, TIMINGS) };
}

describe('RefreshScheduler', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('When fifty events arrive at once, then it loads once now and once after', async () => {
    const { loads, scheduler } = counted();
    scheduler.request();
    await jest.advanceTimersByTimeAsync(10);
    for (let i = 0; i < 50; i++) scheduler.request();
    expect(loads.count).toBe(1);
    await jest.advanceTimersByTimeAsync(500);
    expect(loads.count).toBe(2);
    scheduler.stop();
  });

  it('When nothing happens, then it still looks now and then', async () => {
    const { loads, scheduler } = counted();
    scheduler.request();
    await jest.advanceTimersByTimeAsync(10_200);
    expect(loads.count).toBe(2);
    scheduler.stop();
  });

  it('When loading fails, then it tries again with growing pauses, and is quick again after a success', async () => {
    let works = false;
    const { loads, scheduler } = counted(() => works);
    scheduler.request();
    await jest.advanceTimersByTimeAsync(60);
    expect(loads.count).toBe(1);
    await jest.advanceTimersByTimeAsync(550);
    expect(loads.count).toBe(2);
    await jest.advanceTimersByTimeAsync(550);
    expect(loads.count).toBe(2);
    works = true;
    await jest.advanceTimersByTimeAsync(600);
    expect(loads.count).toBe(3);
    scheduler.request();
    await jest.advanceTimersByTimeAsync(110);
    expect(loads.count).toBe(4);
    scheduler.stop();
  });

  it('When it is stopped, then it loads no more', async () => {
    const { loads, scheduler } = counted();
    scheduler.request();
    scheduler.stop();
    scheduler.request();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(loads.count).toBe(0);
  });
});
