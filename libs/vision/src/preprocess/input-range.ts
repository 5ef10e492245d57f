/** What MobileNetV2 expects of a pixel: `byte * scale + offset`, that is −1 to 1. */
export const inputRange = { scale: 1 / 127.5, offset: -1 } as const;

/** Bytes of crops to the model's floating-point input, same order. */
export function toModelInput(bytes: Uint8Array): Float32Array {
  const values = new Float32Array(bytes.length);
  for (let index = 0; index < bytes.length; index++) values[index] = bytes[index]! / 127.5 - 1;
  return values;
}
