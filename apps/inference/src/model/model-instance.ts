import type { EngineStreams, ModelMetadata } from '@shelfwatch/vision/serving';
import type { ImageBatcher } from '../batching/image-batcher.js';

/** A model in memory, warm, with a queue of its own. It lives until the last request that uses it was answered. */
export class ModelInstance {
  readonly since = new Date();
  private users = 0;
  private whenUnused: (() => void) | undefined;

  constructor(
    readonly metadata: ModelMetadata,
    readonly engine: EngineStreams,
    private readonly batcher: ImageBatcher,
    /** Name of its folder; undefined for the model of the configuration. */
    readonly folder: string | undefined,
    /** Time from the start of loading until all batch sizes were warm. */
    readonly warmUpMs: number,
  ) {}

  get classes(): number {
    return this.metadata.labels.length;
  }

  get isIdle(): boolean {
    return this.batcher.isIdle;
  }

  /** Keeps the model in memory while `work` goes on. */
  async use<T>(work: (model: this) => Promise<T>): Promise<T> {
    this.users += 1;
    try {
      return await work(this);
    } finally {
      this.users -= 1;
      if (this.users === 0) this.whenUnused?.();
    }
  }

  /** @see ImageBatcher.classify */
  classify(pixels: Uint8Array, count: number, deadline: number): Promise<Float32Array> {
    return this.batcher.classify(pixels, count, deadline);
  }

  /** Ends its threads after the last request that uses it; nobody may begin to use it any more. */
  async retire(): Promise<void> {
    if (this.users > 0) await new Promise<void>((resolve) => (this.whenUnused = resolve));
    await this.engine.dispose();
  }
}
