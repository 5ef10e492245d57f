import { Registry } from 'prom-client';
import { DeadlineExceededError } from './batching.errors.js';
import { ImageBatcher } from './image-batcher.js';
import { InferenceMetrics } from './inference-metrics.js';

/** An engine whose "probabilities" are the first byte of each image (4 bytes each), and which computes when told to. */
class SpecimenEngine {
  readonly batches: number[][] = [];
  private pending: (() => void)[] = [];
  isManual = false;
  failure: Error | undefined;

  async classifyPieces(pieces: readonly Uint8Array[], count: number): Promise<Float32Array> {
    const pixels = Buffer.concat(pieces);
    const first = Array.from({ length: count }, (_, index) => pixels[(index * pixels.length) / count]!);
    this.batches.push(first);
    if (this.isManual) await new Promise<void>((resolve) => this.pending.push(resolve));
    if (this.failure) throw this.failure;
    return Float32Array.from(first);
  }

  release(): void {
    this.pending.shift()?.();
  }
}

const images = (...values: number[]): Uint8Array => Uint8Array.from(values.flatMap((value) => [value, 0, 0, 0]));
const later = (): number => performance.now() + 60_000;
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('ImageBatcher', () => {
  let engine: SpecimenEngine;
  let metrics: InferenceMetrics;

  beforeEach(() => {
    engine = new SpecimenEngine();
    metrics = new InferenceMetrics(new Registry());
  });

  const batcherOf = (options: { maxBatch?: number; maxWaitMs?: number; streams?: number; ahead?: number } = {}) =>
    new ImageBatcher(engine, metrics, { maxBatch: 4, maxWaitMs: 0, ...options });

  it('When requests come while the engine computes, then they share the next batch and each gets its own rows', async () => {
    engine.isManual = true;
    const batcher = batcherOf();
    const first = batcher.classify(images(1), 1, later());
    const second = batcher.classify(images(2, 3), 2, later());
    const third = batcher.classify(images(4), 1, later());
    engine.release();
    expect([...(await first)]).toEqual([1]);
    await turn();
    engine.release();
    expect([...(await second)]).toEqual([2, 3]);
    expect([...(await third)]).toEqual([4]);
    expect(engine.batches).toEqual([[1], [2, 3, 4]]);
  });

  it('When the engine has two streams, then two batches are under way, and what waits is shared between them', async () => {
    engine.isManual = true;
    const batcher = batcherOf({ streams: 2 });
    const answers = [1, 2, 3, 4, 5, 6].map((value) => batcher.classify(images(value), 1, later()));
    expect(engine.batches).toEqual([[1], [2]]);
    engine.release();
    await answers[0];
    await turn();
    expect(engine.batches).toEqual([[1], [2], [3, 4]]);
    for (let batch = 0; batch < 4; batch += 1) {
      engine.release();
      await turn();
    }
    expect((await Promise.all(answers)).map(([value]) => value)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(batcher.isIdle).toBe(true);
  });

  it('When batches may lie ready, then full ones are handed over while the stream computes, and what fills none waits', async () => {
    engine.isManual = true;
    const batcher = batcherOf({ ahead: 1 });
    const answers = [1, 2, 3, 4, 5, 6, 7].map((value) => batcher.classify(images(value), 1, later()));
    expect(engine.batches).toEqual([[1], [2, 3, 4, 5]]);
    for (let batch = 0; batch < 3; batch += 1) {
      engine.release();
      await turn();
    }
    expect(engine.batches).toEqual([[1], [2, 3, 4, 5], [6, 7]]);
    expect((await Promise.all(answers)).map(([value]) => value)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(batcher.isIdle).toBe(true);
  });

  it('When a request is larger than a batch, then its images are spread and come back in order', async () => {
    const rows = await batcherOf().classify(images(1, 2, 3, 4, 5, 6, 7, 8, 9), 9, later());
    expect([...rows]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(engine.batches.map((batch) => batch.length)).toEqual([4, 4, 1]);
  });

  it('When the engine is idle and a wait is allowed, then images that come within it are computed together', async () => {
    const batcher = batcherOf({ maxWaitMs: 20 });
    await Promise.all([batcher.classify(images(1), 1, later()), batcher.classify(images(2), 1, later())]);
    expect(engine.batches).toEqual([[1, 2]]);
  });

  it('When a batch is full before the wait is over, then it goes at once', async () => {
    const batcher = batcherOf({ maxWaitMs: 60_000 });
    await Promise.all([batcher.classify(images(1, 2), 2, later()), batcher.classify(images(3, 4), 2, later())]);
    expect(engine.batches).toEqual([[1, 2, 3, 4]]);
  });

  it('When images were not begun in time, then the request fails, is counted, and others go on', async () => {
    engine.isManual = true;
    const batcher = batcherOf();
    const first = batcher.classify(images(1), 1, later());
    const late = batcher.classify(images(2), 1, performance.now() - 1);
    const third = batcher.classify(images(3), 1, later());
    engine.release();
    await first;
    await expect(late).rejects.toThrow(DeadlineExceededError);
    engine.release();
    expect([...(await third)]).toEqual([3]);
    expect((await metrics.images.get()).values).toContainEqual({ labels: { outcome: 'expired' }, value: 1 });
  });

  it('When the engine fails, then the requests of that batch fail once, and the rest of them is not computed', async () => {
    engine.failure = new Error('out of memory');
    const batcher = batcherOf();
    await expect(batcher.classify(images(1, 2, 3, 4, 5, 6), 6, later())).rejects.toThrow('out of memory');
    engine.failure = undefined;
    expect([...(await batcher.classify(images(7), 1, later()))]).toEqual([7]);
    expect(engine.batches).toEqual([[1, 2, 3, 4], [7]]);
  });
});
