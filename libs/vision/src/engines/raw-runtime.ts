import { prepareTensorFlowEnvironment } from '../backend/tensorflow.config.js';
import { CallThread } from '../threads/call-thread.js';
import { siblingFile } from '../threads/sibling-file.js';
import type { EngineName } from './inference-engine.js';
import type { RawRuntimeData } from './raw-runtime.thread.js';

/** For benchmarks: what a runtime does by itself, without anything of ours around it. */
export class RawRuntime {
  private readonly thread: CallThread;

  /** Of ONNX Runtime only: @param threads for one batch; 0 leaves it to the runtime @param isSpinning whether idle threads spin, as is its default */
  constructor(engine: EngineName, folder: string, batch: number, { threads = 0, isSpinning = true } = {}) {
    if (engine !== 'onnxruntime') prepareTensorFlowEnvironment();
    const workerData: RawRuntimeData = { engine, folder, batch, threads, isSpinning };
    this.thread = new CallThread(siblingFile(import.meta.url, 'raw-runtime.thread'), { workerData });
  }

  /** Images a second, measured over at least `ms` milliseconds. */
  measure(ms: number): Promise<number> {
    return this.thread.call('measure', ms);
  }

  close(): Promise<void> {
    return this.thread.close();
  }
}
