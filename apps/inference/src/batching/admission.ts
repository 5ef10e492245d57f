import { QueueFullError } from './batching.errors.js';
import type { InferenceMetrics } from './inference-metrics.js';

/** Bounds the images under way, counted before their picture is even decoded: memory is the first thing to run out. */
export class Admission {
  private underWay = 0;
  /** Smoothed over the last requests; tells a refused client when to come back. */
  private secondsPerImage = 0.01;

  constructor(
    private readonly limit: number,
    private readonly metrics: InferenceMetrics,
  ) {}

  /**
   * Runs `work` on `images` images, if that many more can be taken. A request larger than the limit itself is taken when nothing
   * else is under way.
   *
   * @throws {QueueFullError}
   */
  async run<T>(images: number, work: () => Promise<T>): Promise<T> {
    if (this.underWay > 0 && this.underWay + images > this.limit) {
      this.metrics.images.inc({ outcome: 'refused' }, images);
      throw new QueueFullError(
        `${this.underWay} images are under way, and ${images} more would exceed the limit of ${this.limit}. Try again later.`,
        Math.max(1, Math.ceil(this.underWay * this.secondsPerImage)),
      );
    }
    this.change(images);
    const before = this.underWay;
    const started = performance.now();
    try {
      return await work();
    } finally {
      this.change(-images);
      this.secondsPerImage = 0.8 * this.secondsPerImage + (0.2 * (performance.now() - started)) / 1000 / before;
    }
  }

  private change(images: number): void {
    this.underWay += images;
    this.metrics.imagesUnderWay.set(this.underWay);
  }
}
