/** Where a run stands; reported about once a second. */
export interface TrainingProgress {
  /** `embed`, `head`, the name of a phase, or `evaluate`. */
  stage: string;
  /** From 1; 0 where there are no epochs. */
  epoch: number;
  epochs: number;
  step: number;
  steps: number;
  /** Moving average; absent where nothing is learnt. */
  loss?: number;
  imagesPerSecond: number;
  /** Of the whole run, 0 to 1. */
  done: number;
  /** Estimate for the rest of the run. */
  remainingMs: number;
}

/** Adds up work in units that take about equally long on a machine, and tells from that how long the rest will take. */
export class WorkClock {
  private done = 0;
  private readonly started: number;

  constructor(
    private readonly total: number,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.started = now();
  }

  add(units: number): void {
    this.done += units;
  }

  /** Work that an earlier process did, or that proved needless: it counts as done but says nothing about speed. */
  private skipped = 0;
  skip(units: number): void {
    this.skipped += units;
  }

  estimate(): { done: number; remainingMs: number } {
    const elapsed = this.now() - this.started;
    const left = Math.max(0, this.total - this.done - this.skipped);
    return {
      done: this.total === 0 ? 1 : Math.min(1, 1 - left / this.total),
      remainingMs: this.done === 0 ? Infinity : (elapsed / this.done) * left,
    };
  }
}
