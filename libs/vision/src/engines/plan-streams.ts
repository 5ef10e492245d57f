import type { EngineName } from './inference-engine.js';

/** How an engine uses the processor: batches computed at the same time, and threads for each. */
export interface StreamPlan {
  streams: number;
  /** 0 leaves it to the runtime. */
  threads: number;
}

/** Each stream holds the weights and the largest batch once more. */
const MOST_STREAMS = 4;

/**
 * ONNX Runtime on a CPU computes more images with a batch for each core than with all cores on one batch: a batch on two threads
 * waits after every layer for the slower of them, and in a server there is always something that makes one slower. Other
 * engines use all cores, or a GPU, for one batch.
 *
 * @param asked 0 = choose
 */
export function planStreams(name: EngineName, cores: number, asked: StreamPlan): StreamPlan {
  if (name !== 'onnxruntime') return { streams: asked.streams || 1, threads: asked.threads };
  const fewest = Math.ceil(cores / MOST_STREAMS);
  const threads = asked.threads || Math.max(1, asked.streams === 0 ? fewest : Math.floor(cores / asked.streams));
  const fitting = Math.floor(cores / threads);
  return { streams: asked.streams || Math.max(1, Math.min(MOST_STREAMS, fitting)), threads };
}
