import { prepareTensorFlowEnvironment } from '../backend/tensorflow.config.js';
import { ModelFolderError, type ModelFolderProblem } from '../model-folder/model-folder.errors.js';
import type { ModelMetadata } from '../model-folder/model-metadata.js';
import { CallThread } from '../threads/call-thread.js';
import { siblingFile } from '../threads/sibling-file.js';
import { ThreadCallError } from '../threads/thread.errors.js';
import { EngineUnavailableError, EngineUseError } from './engine.errors.js';
import type { EngineAnswer, EngineThreadData } from './engine.thread.js';
import type { EngineName, InferenceEngine } from './inference-engine.js';

export interface ThreadedEngineOptions {
  /** Threads for one batch; 0 leaves it to the runtime. */
  threads?: number;
  /** Largest batch computed at once, one of `batchSizes`: memory grows with it, on a CPU speed does not. Default 4 with ONNX Runtime, 64 on a GPU, else 8. */
  maxBatch?: number;
  /** Called once when the engine ends by itself, for instance for want of memory. */
  onFailure?: (reason: Error) => void;
}

/** One for the batch that is computed, one for the next. */
const MOST_SPARE = 2;

/**
 * An engine in a thread of its own, so that a service answers while it computes. Any number of crops may be given;
 * they are computed in the known batch sizes, all of which `load` warms up.
 */
export class ThreadedEngine implements InferenceEngine {
  /** Largest batch computed at once. */
  readonly maxBatch: number;
  private readonly thread: CallThread;
  private readonly spare: ArrayBuffer[] = [];

  constructor(
    readonly name: EngineName,
    { threads = 0, maxBatch = ThreadedEngine.defaultBatch(name), onFailure }: ThreadedEngineOptions = {},
  ) {
    this.maxBatch = maxBatch;
    // Here, because a thread's environment is a copy that the C library never sees.
    if (name !== 'onnxruntime') prepareTensorFlowEnvironment();
    const workerData: EngineThreadData = { engine: name, threads, maxBatch };
    this.thread = new CallThread(siblingFile(import.meta.url, 'engine.thread'), { workerData, onFailure });
  }

  /**
   * On a CPU, what a larger batch needs in between no longer stays in the cache: ONNX Runtime is fastest with 1 to 4 images (`bench inference`
   * prints its speeds), and the kernels of TensorFlow gain up to 8.
   */
  static defaultBatch(name: EngineName): number {
    if (name === 'tfjs-node-gpu') return 64;
    return name === 'onnxruntime' ? 4 : 8;
  }

  /** Why the engine no longer works; undefined while it does. */
  get failure(): Error | undefined {
    return this.thread.failure;
  }

  async load(folder: string): Promise<ModelMetadata> {
    try {
      return await this.thread.call<ModelMetadata>('load', folder);
    } catch (error) {
      throw this.translate(error, folder);
    }
  }

  classify(pixels: Uint8Array, count: number): Promise<Float32Array> {
    return this.classifyPieces([pixels], count);
  }

  /**
   * As `classify`, for crops that lie in several places.
   *
   * @param pieces read before the call returns; they may be overwritten afterwards
   */
  async classifyPieces(pieces: readonly Uint8Array[], count: number): Promise<Float32Array> {
    const { memory, pixels } = this.gather(pieces);
    try {
      const answer = await this.thread.call<EngineAnswer>('classify', { pixels, count }, [memory]);
      this.keep(answer.memory);
      return answer.rows;
    } catch (error) {
      throw this.translate(error);
    }
  }

  liveTensors(): Promise<number | undefined> {
    return this.thread.call('liveTensors');
  }

  dispose(): Promise<void> {
    return this.thread.close();
  }

  /** One copy, which then moves to the thread, and comes back with the answer to be used again. */
  private gather(pieces: readonly Uint8Array[]): { memory: ArrayBuffer; pixels: Uint8Array } {
    const bytes = pieces.reduce((sum, piece) => sum + piece.length, 0);
    const fitting = this.spare.findIndex(({ byteLength }) => byteLength >= bytes);
    const memory = fitting < 0 ? new ArrayBuffer(bytes) : this.spare.splice(fitting, 1)[0]!;
    const pixels = new Uint8Array(memory, 0, bytes);
    let at = 0;
    for (const piece of pieces) {
      pixels.set(piece, at);
      at += piece.length;
    }
    return { memory, pixels };
  }

  /** The largest are kept: they fit every batch. */
  private keep(memory: ArrayBuffer): void {
    this.spare.push(memory);
    this.spare.sort((a, b) => a.byteLength - b.byteLength);
    if (this.spare.length > MOST_SPARE) this.spare.shift();
  }

  /** Classes do not survive the way between threads; codes do. */
  private translate(error: unknown, folder = ''): unknown {
    if (!(error instanceof ThreadCallError)) return error;
    if (error.code.startsWith('MODEL_'))
      return new ModelFolderError(error.code as ModelFolderProblem, folder, error.message);
    if (error.code === 'ENGINE_UNAVAILABLE') return new EngineUnavailableError(this.name, error.message);
    if (error.code === 'ENGINE_MISUSED') return new EngineUseError(error.message);
    return error;
  }
}
