import type { InputRange } from '../backbone/network.js';

/** Bytes of crops to the model's floating-point input, same order: `byte * scale + offset`. */
export function toModelInput(bytes: Uint8Array, { scale, offset }: InputRange): Float32Array {
  const values = new Float32Array(bytes.length);
  for (let index = 0; index < bytes.length; index++) values[index] = bytes[index]! * scale + offset;
  return values;
}

/** Values from −1 to 1, as augmentation yields them, to those of the network; in place. */
export function toInputRange(values: Float32Array, { scale, offset }: InputRange): void {
  const factor = 127.5 * scale;
  const shift = factor + offset;
  if (factor === 1 && shift === 0) return;
  for (let index = 0; index < values.length; index++) values[index] = values[index]! * factor + shift;
}
