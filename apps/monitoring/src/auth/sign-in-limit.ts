/** Slows down guessing: so many failures within the window, then nothing for the rest of it. Kept in memory, per process. */
export class SignInLimit {
  private readonly failures = new Map<string, { count: number; since: number }>();

  constructor(
    private readonly maxFailures: number,
    private readonly windowMs: number,
    private readonly now: () => number = Date.now,
  ) {}

  /** @returns seconds to wait; 0 = may try */
  waitSeconds(key: string): number {
    const entry = this.failures.get(key);
    if (entry === undefined) return 0;
    const leftMs = entry.since + this.windowMs - this.now();
    if (leftMs <= 0) this.failures.delete(key);
    return leftMs > 0 && entry.count >= this.maxFailures ? Math.ceil(leftMs / 1000) : 0;
  }

  failed(key: string): void {
    for (const [other, { since }] of this.failures) if (since + this.windowMs < this.now()) this.failures.delete(other);
    const entry = this.failures.get(key) ?? { count: 0, since: this.now() };
    this.failures.set(key, { ...entry, count: entry.count + 1 });
  }

  succeeded(key: string): void {
    this.failures.delete(key);
  }
}
