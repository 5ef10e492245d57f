import { batchSizes, planBatches } from './batch-plan.js';
import type { InferenceEngine } from './inference-engine.js';

/** Computes any number of crops in the known batch sizes, filling up with blank ones and cutting their answers off. */
export async function classifyInParts(
  engine: InferenceEngine,
  pixels: Uint8Array,
  count: number,
  largest: number,
): Promise<Float32Array> {
  const bytes = pixels.length / count;
  const parts: Float32Array[] = [];
  let done = 0;
  // On a CPU, ONNX Runtime takes twice as long for two crops as for one, blank or not.
  const blankShare = engine.name === 'onnxruntime' ? 0 : undefined;
  for (const { count: real, size } of planBatches(count, largest, blankShare)) {
    const crops = pixels.subarray(done * bytes, (done + real) * bytes);
    const rows = await engine.classify(real === size ? crops : fillUp(crops, size * bytes), size);
    parts.push(rows.subarray(0, (rows.length / size) * real));
    done += real;
  }
  return concatenate(parts);
}

/** Computes each batch size once, so that the first real batch is as fast as any. @param bytes of one crop */
export async function warmUp(engine: InferenceEngine, bytes: number, largest: number): Promise<void> {
  for (const size of batchSizes.filter((candidate) => candidate <= largest)) {
    await engine.classify(new Uint8Array(size * bytes), size);
  }
}

function fillUp(crops: Uint8Array, length: number): Uint8Array {
  const filled = new Uint8Array(length);
  filled.set(crops);
  return filled;
}

function concatenate(parts: readonly Float32Array[]): Float32Array {
  const [only] = parts;
  // A copy, because the runtime may use its output's memory again.
  if (parts.length === 1) return only!.slice();
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
