import { f16round, Float16Array } from '@petamoriken/float16';
import type { NamedWeights } from './weight-tensor.js';

/** File names inside a model folder. */
export const WEIGHTS_MANIFEST = 'weights.json';
export const WEIGHTS_DATA = 'weights.bin';

/**
 * A TensorFlow.js weights manifest and its data. Values are stored as float16 (`tf.io.decodeWeights` widens them again), which
 * halves the folder; the precision lost is far below what training noise leaves.
 */
export function encodeWeights(weights: NamedWeights): { manifest: string; data: Uint8Array } {
  const tensors = [...weights];
  const entries = tensors.map(([name, { shape }]) => ({
    name,
    shape,
    dtype: 'float32',
    quantization: { dtype: 'float16', original_dtype: 'float32' },
  }));
  return {
    manifest: `${JSON.stringify([{ paths: [WEIGHTS_DATA], weights: entries }], null, 1)}\n`,
    data: Buffer.concat(tensors.map(([, { values }]) => toFloat16Bytes(values))),
  };
}

/** IEEE 754 half precision, little-endian as every platform that Node runs on. */
export function toFloat16Bytes(values: Float32Array): Uint8Array {
  const halves = new Float16Array(values);
  return new Uint8Array(halves.buffer, halves.byteOffset, halves.byteLength);
}

/** The values as they come back from a file: what every engine computes with. */
export function roundToFloat16(weights: NamedWeights): NamedWeights {
  return new Map(
    [...weights].map(([name, { shape, values }]) => [name, { shape, values: values.map((value) => f16round(value)) }]),
  );
}
