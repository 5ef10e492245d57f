export interface RefreshTimings {
  /** At least this long between the starts of two loads, however many events arrive. */
  minIntervalMs: number;
  /** Without any event, load again after this long: an event may have been missed. */
  idleMs: number;
  /** First wait after a failure; doubles up to `idleMs`. */
  retryMs: number;
}

export const DEFAULT_TIMINGS: RefreshTimings = { minIntervalMs: 800, idleMs: 30_000, retryMs: 1_000 };

/**
 * Decides when to load. Never two loads at once; events during a load cause one more after it, so the last load
 * always began after the last event.
 */
export class RefreshScheduler {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private loading = false;
  private wantedAgain = false;
  private failures = 0;
  private startedAt = -Infinity;
  private stopped = false;

  /** @param load resolves to whether it succeeded; must not reject */
  constructor(
    private readonly load: () => Promise<boolean>,
    private readonly timings: RefreshTimings = DEFAULT_TIMINGS,
  ) {}

  /** Something changed: load as soon as the rate limit allows. */
  request(): void {
    if (this.stopped) return;
    if (this.loading) {
      this.wantedAgain = true;
      return;
    }
    this.schedule(Math.max(0, this.startedAt + this.timings.minIntervalMs - Date.now()));
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private schedule(delayMs: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.run(), delayMs);
  }

  private async run(): Promise<void> {
    this.loading = true;
    this.wantedAgain = false;
    this.startedAt = Date.now();
    const succeeded = await this.load();
    this.loading = false;
    if (this.stopped) return;
    this.failures = succeeded ? 0 : this.failures + 1;
    if (succeeded && this.wantedAgain) this.request();
    else this.schedule(this.nextDelayMs());
  }

  private nextDelayMs(): number {
    const { retryMs, idleMs } = this.timings;
    return this.failures === 0 ? idleMs : Math.min(retryMs * 2 ** (this.failures - 1), idleMs);
  }
}
