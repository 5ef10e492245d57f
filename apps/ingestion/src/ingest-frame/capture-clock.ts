/** What a capture time means beside those of the camera's earlier frames. */
export type ClockVerdict =
  | 'in-order'
  /** Not newer than the newest frame. */
  | 'late'
  /** So far ahead of the others that it is more likely wrong than true. */
  | 'leap';

/** A frame further ahead than this, and further than five times the usual pause, has to be confirmed by others. */
const LEAP_MS = 3_600_000;
const USUAL_PAUSES = 5;
/** Frames in a row that agree on the new time; then the camera really was away, or its clock was set. */
const CONFIRMATIONS = 5;

/**
 * Keeps one wrong time stamp from making every later frame of a camera "late". A camera that was off for the night
 * loses its first four pictures of the morning by it, no more.
 */
export class CaptureClock {
  private leaps: number[] = [];
  private usualPauseMs = 0;

  constructor(private newestMs: number | undefined) {}

  get newest(): Date | undefined {
    return this.newestMs === undefined ? undefined : new Date(this.newestMs);
  }

  /** Judges the next frame; {@link accept} it once it is stored. */
  judge(capturedAt: Date): ClockVerdict {
    const at = capturedAt.getTime();
    if (this.newestMs === undefined) return 'in-order';
    if (at <= this.newestMs) return 'late';
    if (at - this.newestMs <= Math.max(LEAP_MS, USUAL_PAUSES * this.usualPauseMs)) return 'in-order';
    const confirmed = this.leaps.filter((leap) => leap < at).length;
    return confirmed + 1 >= CONFIRMATIONS ? 'in-order' : 'leap';
  }

  accept(capturedAt: Date, verdict: ClockVerdict): void {
    const at = capturedAt.getTime();
    if (verdict === 'leap') this.leaps.push(at);
    if (verdict !== 'in-order') return;
    const last = this.leaps.at(-1) ?? this.newestMs;
    this.usualPauseMs = last === undefined ? 0 : Math.max(0, at - last);
    this.newestMs = at;
    this.leaps = [];
  }
}
