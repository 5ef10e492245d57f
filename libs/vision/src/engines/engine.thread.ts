import { workerData } from 'node:worker_threads';
import { serveCalls } from '../threads/serve-calls.js';
import { classifyInParts, warmUp } from './classify-in-parts.js';
import { createEngine } from './create-engine.js';
import { EngineUseError } from './engine.errors.js';
import type { EngineName } from './inference-engine.js';

/** What the thread is started with. */
export interface EngineThreadData {
  engine: EngineName;
  threads: number;
  /** Largest batch computed at once. */
  maxBatch: number;
}

/** What comes back of a batch. */
export interface EngineAnswer {
  rows: Float32Array;
  /** Where the pixels lay. */
  memory: ArrayBuffer;
}

const { engine: name, threads, maxBatch } = workerData as EngineThreadData;
const engine = await createEngine(name, { threads });
let cropBytes = 0;

serveCalls({
  async load(folder: string) {
    const metadata = await engine.load(folder);
    cropBytes = metadata.architecture.inputSize ** 2 * 3;
    await warmUp(engine, cropBytes, maxBatch);
    return { result: metadata };
  },
  async classify({ pixels, count }: { pixels: Uint8Array<ArrayBuffer>; count: number }) {
    if (count < 1 || pixels.length !== count * cropBytes) {
      throw new EngineUseError(`${count} crops of ${cropBytes} bytes were announced, ${pixels.length} bytes came.`);
    }
    const rows = await classifyInParts(engine, pixels, count, maxBatch);
    const result: EngineAnswer = { rows, memory: pixels.buffer };
    return { result, transfer: [rows.buffer as ArrayBuffer, pixels.buffer] };
  },
  async liveTensors() {
    return { result: await engine.liveTensors() };
  },
  async close() {
    await engine.dispose();
    return {};
  },
});
