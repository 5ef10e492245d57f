/** Turns crops into embeddings with the fastest runtime that works here. */
export interface Embedder {
  readonly name: string;
  /** Values of one embedding. */
  readonly width: number;
  /**
   * @param pixels `count` crops of `size * size * 3` bytes, the size that it was opened for
   * @returns `count` rows of `width` values
   */
  embed(pixels: Uint8Array, count: number): Promise<Float32Array>;
  dispose(): Promise<void>;
}
