/** Consecutive images of one request that go into the same batch. */
export interface ImageSlice {
  pixels: Uint8Array;
  count: number;
  queuedAt: number;
  /** Takes the rows of these images. */
  answer(rows: Float32Array): void;
  fail(error: unknown): void;
}

/** The images of one request, and the rows that have come back so far. */
export class QueuedRequest {
  private taken = 0;
  private answered = 0;
  private rows: Float32Array | undefined;
  isFailed = false;

  constructor(
    private readonly pixels: Uint8Array,
    private readonly count: number,
    readonly deadline: number,
    readonly queuedAt: number,
    private readonly resolve: (rows: Float32Array) => void,
    private readonly reject: (error: unknown) => void,
  ) {}

  /** Images not yet in a batch. */
  get left(): number {
    return this.count - this.taken;
  }

  take(limit: number): ImageSlice {
    const first = this.taken;
    const count = Math.min(limit, this.left);
    this.taken += count;
    const bytes = this.pixels.length / this.count;
    return {
      pixels: this.pixels.subarray(first * bytes, (first + count) * bytes),
      count,
      queuedAt: this.queuedAt,
      answer: (rows) => this.answer(first, count, rows),
      fail: (error) => this.fail(error),
    };
  }

  fail(error: unknown): void {
    this.isFailed = true;
    this.reject(error);
  }

  private answer(first: number, count: number, rows: Float32Array): void {
    const classes = rows.length / count;
    this.rows ??= new Float32Array(this.count * classes);
    this.rows.set(rows, first * classes);
    this.answered += count;
    if (this.answered === this.count) this.resolve(this.rows);
  }
}
