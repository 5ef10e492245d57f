/**
 * TensorFlow keeps convolution kernels as (height, width, in, out), ONNX as (out, in, height, width).
 */
export function toOutInHeightWidth(
  values: Float32Array,
  [height, width, inputs, outputs]: readonly [number, number, number, number],
): Float32Array {
  const result = new Float32Array(values.length);
  let source = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let input = 0; input < inputs; input++) {
        for (let output = 0; output < outputs; output++) {
          result[((output * inputs + input) * height + y) * width + x] = values[source++]!;
        }
      }
    }
  }
  return result;
}
