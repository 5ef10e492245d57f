import type { ImageSlice } from './queued-request.js';

/** Images of one or more requests, computed together. */
export class ImageBatch {
  readonly count: number;

  constructor(readonly slices: readonly ImageSlice[]) {
    this.count = slices.reduce((sum, { count }) => sum + count, 0);
  }

  /** One piece for each request, in order. */
  get pixels(): readonly Uint8Array[] {
    return this.slices.map(({ pixels }) => pixels);
  }

  /** Hands each slice its rows. */
  answer(rows: Float32Array): void {
    const classes = rows.length / this.count;
    let at = 0;
    for (const slice of this.slices) {
      slice.answer(rows.subarray(at, at + slice.count * classes));
      at += slice.count * classes;
    }
  }

  fail(error: unknown): void {
    for (const slice of this.slices) slice.fail(error);
  }
}
