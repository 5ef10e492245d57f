/** One tensor of a network's parameters; `values` in row-major order of `shape`. */
export interface WeightTensor {
  shape: readonly number[];
  values: Float32Array;
}

/**
 * A network's parameters by name: `<layer>/kernel` (height, width, in, out), `<layer>/depthwise_kernel` (height, width, channels, 1),
 * `<layer>/bias`, and for the classifier `predictions/kernel` (embedding, classes) and `predictions/bias`.
 */
export type NamedWeights = ReadonlyMap<string, WeightTensor>;
