/** Relates simulated seconds after opening to capture times, and waits where time is real. */
export interface PlayClock {
  /** Must be called once, before the first picture. */
  start(): void;
  timeOf(second: number): Date;
  /** Resolves when a simulated second has come; with `false` when it is so long past that its picture should be left out. */
  reach(second: number, toleranceSeconds: number): Promise<boolean>;
  /** Whether pictures may be drawn before they are asked for. */
  readonly drawsAhead: boolean;
}

/** A day in the past, as fast as somebody takes the pictures. */
export function simulatedClock(opensAt: Date): PlayClock {
  return {
    start: () => undefined,
    timeOf: (second) => new Date(opensAt.getTime() + second * 1000),
    reach: () => Promise.resolve(true),
    drawsAhead: true,
  };
}

/**
 * Now, with the world running faster than life.
 *
 * @param speed simulated seconds in one real second
 * @param signal ends waiting at once
 */
export function wallClock(speed: number, signal?: AbortSignal): PlayClock {
  let startedAt = Date.now();
  const timeOf = (second: number): Date => new Date(startedAt + (second / speed) * 1000);
  return {
    timeOf,
    drawsAhead: false,
    start: () => void (startedAt = Date.now()),
    async reach(second, toleranceSeconds) {
      await delay(timeOf(second).getTime() - Date.now(), signal);
      return Date.now() - timeOf(second).getTime() <= (toleranceSeconds / speed) * 1000;
    },
  };
}

function delay(ms: number, signal?: AbortSignal): Promise<void> {
  if (ms <= 0 || signal?.aborted === true) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done);
  });
}
