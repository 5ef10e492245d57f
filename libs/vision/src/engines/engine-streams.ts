import { availableParallelism } from 'node:os';
import type { ModelMetadata } from '../model-folder/model-metadata.js';
import { EngineUseError } from './engine.errors.js';
import type { EngineName, InferenceEngine } from './inference-engine.js';
import { planStreams } from './plan-streams.js';
import { ThreadedEngine, type ThreadedEngineOptions } from './threaded.engine.js';

export interface EngineStreamsOptions extends ThreadedEngineOptions {
  /** Batches computed at the same time, each in a thread of its own; 0 lets the engine choose. */
  streams?: number;
}

interface Stream {
  engine: ThreadedEngine;
  /** Calls under way. */
  calls: number;
}

/** One model in several threads, so that as many batches are computed at the same time; each goes to the least busy. */
export class EngineStreams implements InferenceEngine {
  /** Batches computed at the same time. */
  readonly count: number;
  /** Largest batch computed at once. */
  readonly maxBatch: number;
  private readonly options: ThreadedEngineOptions;
  private streams: Stream[] = [];

  constructor(
    readonly name: EngineName,
    { streams = 0, threads = 0, ...options }: EngineStreamsOptions = {},
  ) {
    const plan = planStreams(name, availableParallelism(), { streams, threads });
    this.count = plan.streams;
    this.maxBatch = options.maxBatch ?? ThreadedEngine.defaultBatch(name);
    this.options = { ...options, threads: plan.threads, maxBatch: this.maxBatch };
  }

  /** Threads for one batch; 0 = the runtime's own choice. */
  get threads(): number {
    return this.options.threads ?? 0;
  }

  /** Why the engine no longer works; undefined while it does. */
  get failure(): Error | undefined {
    return this.streams.find(({ engine }) => engine.failure !== undefined)?.engine.failure;
  }

  /** Loads and warms one stream after the other: a model that serves at the same time keeps most of the processor. */
  async load(folder: string): Promise<ModelMetadata> {
    let metadata: ModelMetadata;
    do {
      const engine = new ThreadedEngine(this.name, this.options);
      this.streams.push({ engine, calls: 0 });
      metadata = await engine.load(folder);
    } while (this.streams.length < this.count);
    return metadata;
  }

  classify(pixels: Uint8Array, count: number): Promise<Float32Array> {
    return this.classifyPieces([pixels], count);
  }

  /** @see ThreadedEngine.classifyPieces */
  async classifyPieces(pieces: readonly Uint8Array[], count: number): Promise<Float32Array> {
    if (this.streams.length === 0) throw new EngineUseError('No model is loaded.');
    const stream = this.streams.reduce((least, other) => (other.calls < least.calls ? other : least));
    stream.calls += 1;
    try {
      return await stream.engine.classifyPieces(pieces, count);
    } finally {
      stream.calls -= 1;
    }
  }

  async liveTensors(): Promise<number | undefined> {
    const counts = await Promise.all(this.streams.map(({ engine }) => engine.liveTensors()));
    return counts.reduce<number | undefined>(
      (sum, held) => (sum === undefined || held === undefined ? undefined : sum + held),
      0,
    );
  }

  async dispose(): Promise<void> {
    await Promise.all(this.streams.map(({ engine }) => engine.dispose()));
  }
}
