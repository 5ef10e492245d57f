/** What batch normalisation has learnt, a value for each channel. */
export interface Normalisation {
  gamma?: Float32Array | undefined;
  beta?: Float32Array | undefined;
  mean: Float32Array;
  variance: Float32Array;
  /** Added to the variance. */
  epsilon: number;
}

/**
 * Batch normalisation of inference as part of the convolution before it (Ioffe & Szegedy 2015, algorithm 2): the kernel times
 * γ / √(σ² + ε), the bias less the mean times the same, plus β.
 *
 * @param kernel its last axis that is longer than 1 is the output channel: (h, w, in, out) or (h, w, channels, 1)
 */
export function foldNormalisation(
  kernel: Float32Array,
  bias: Float32Array | undefined,
  { gamma, beta, mean, variance, epsilon }: Normalisation,
): { kernel: Float32Array; bias: Float32Array } {
  const channels = mean.length;
  const scale = Float64Array.from(variance, (value, at) => (gamma?.[at] ?? 1) / Math.sqrt(value + epsilon));
  return {
    kernel: kernel.map((value, index) => value * scale[index % channels]!),
    bias: Float32Array.from(mean, (value, at) => ((bias?.[at] ?? 0) - value) * scale[at]! + (beta?.[at] ?? 0)),
  };
}
