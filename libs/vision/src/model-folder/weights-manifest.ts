import { f16round, Float16Array } from '@petamoriken/float16';
import type { NamedWeights } from './weight-tensor.js';

/** File names inside a model folder. */
export const WEIGHTS_MANIFEST = 'weights.json';
export const WEIGHTS_DATA = 'weights.bin';

/**
 * A TensorFlow.js weights manifest and its data. Values are stored as float16 (`tf.io.decodeWeights` widens them again), which
 * halves the folder; the precision lost is far below what training noise leaves. Weights that are only passed on may stay as they are.
 */
export function encodeWeights(
  weights: NamedWeights,
  precision: 'float16' | 'float32' = 'float16',
): { manifest: string; data: Uint8Array } {
  const tensors = [...weights];
  const quantization = { dtype: 'float16', original_dtype: 'float32' };
  const entries = tensors.map(([name, { shape }]) => ({
    ...{ name, shape, dtype: 'float32' },
    ...(precision === 'float16' ? { quantization } : {}),
  }));
  const toBytes = precision === 'float16' ? toFloat16Bytes : toFloat32Bytes;
  return {
    manifest: `${JSON.stringify([{ paths: [WEIGHTS_DATA], weights: entries }], null, 1)}\n`,
    data: Buffer.concat(tensors.map(([, { values }]) => toBytes(values))),
  };
}

const toFloat32Bytes = ({ buffer, byteOffset, byteLength }: Float32Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

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
