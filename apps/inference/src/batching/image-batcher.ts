import { DeadlineExceededError } from './batching.errors.js';
import type { InferenceMetrics } from './inference-metrics.js';
import { ImageQueue } from './image-queue.js';

export interface BatchEngine {
  /**
   * @param pieces `count` images together; they are read before the call returns, and may be overwritten afterwards
   * @returns a row of probabilities for each image
   */
  classifyPieces(pieces: readonly Uint8Array[], count: number): Promise<Float32Array>;
}

export interface BatchingOptions {
  /** Most images in one batch. */
  maxBatch: number;
  /** How long images wait for others while the engine could begin. */
  maxWaitMs: number;
  /** Batches that the engine computes at the same time. Default 1. */
  streams?: number;
  /** Full batches for each stream that lie ready while it computes, so that it does not wait for this thread in between. Default 0. */
  ahead?: number;
}

/**
 * Fills batches from all requests. While the engine computes, images gather; when a stream of it is free, the oldest go first, as
 * many as are its share. A request's images may be spread over several batches and share each with others.
 */
export class ImageBatcher {
  private readonly queue = new ImageQueue();
  private readonly streams: number;
  private readonly mostUnderWay: number;
  /** Batches under way: computed, or ready for it. */
  private computing = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly engine: BatchEngine,
    private readonly metrics: InferenceMetrics,
    private readonly options: BatchingOptions,
  ) {
    this.streams = options.streams ?? 1;
    this.mostUnderWay = this.streams * (1 + (options.ahead ?? 0));
  }

  /**
   * @param pixels `count` images, one after the other; nobody looks at them any more when the promise is settled
   * @param deadline on `performance.now()`'s clock: images not begun by then are dropped
   * @returns a row of probabilities for each image
   * @throws {DeadlineExceededError} or what the engine throws
   */
  classify(pixels: Uint8Array, count: number, deadline: number): Promise<Float32Array> {
    const answer = this.queue.add(pixels, count, deadline, performance.now());
    this.wake();
    return answer;
  }

  /** Whether nothing is computed and nothing waits. */
  get isIdle(): boolean {
    return this.computing === 0 && this.queue.images === 0;
  }

  private wake(): void {
    while (this.queue.images > 0 && this.mayBegin()) {
      const waitMs = this.options.maxWaitMs - (performance.now() - this.queue.oldest);
      if (this.queue.images < this.options.maxBatch && waitMs > 0) {
        this.timer ??= setTimeout(() => {
          this.timer = undefined;
          this.wake();
        }, waitMs);
        return;
      }
      clearTimeout(this.timer);
      this.timer = undefined;
      void this.computeNext();
    }
  }

  /** Ahead of time only what fills a batch: the rest may still gather company. */
  private mayBegin(): boolean {
    if (this.computing < this.streams) return true;
    return this.computing < this.mostUnderWay && this.queue.images >= this.options.maxBatch;
  }

  private async computeNext(): Promise<void> {
    const now = performance.now();
    this.expire(now);
    // Shared out, or one stream would take all that wait while the others go idle.
    const share = this.computing < this.streams ? Math.ceil(this.queue.images / this.streams) : this.options.maxBatch;
    const batch = this.queue.take(Math.min(share, this.options.maxBatch));
    if (batch === undefined) return;
    this.computing += 1;
    for (const { queuedAt } of batch.slices) this.metrics.queueSeconds.observe((now - queuedAt) / 1000);
    this.metrics.batchImages.observe(batch.count);
    try {
      batch.answer(await this.engine.classifyPieces(batch.pixels, batch.count));
      this.metrics.computeSeconds.observe((performance.now() - now) / 1000);
      this.metrics.images.inc({ outcome: 'computed' }, batch.count);
    } catch (error) {
      this.metrics.images.inc({ outcome: 'failed' }, batch.count);
      batch.fail(error);
    } finally {
      this.computing -= 1;
      this.wake();
    }
  }

  private expire(now: number): void {
    for (const request of this.queue.dropExpired(now)) {
      this.metrics.images.inc({ outcome: 'expired' }, request.left);
      const waitedMs = Math.round(now - request.queuedAt);
      request.fail(
        new DeadlineExceededError(`The images waited ${waitedMs} ms and were not begun in time. Try again later.`, 1),
      );
    }
  }
}
