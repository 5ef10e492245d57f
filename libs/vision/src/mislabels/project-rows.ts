import { createRandom } from '../training/random.js';

/** Rows of `width` values each. */
export interface Rows {
  readonly values: Float64Array;
  readonly width: number;
}

/** Outputs that each unit goes to. */
const OUTPUTS = 4;

/**
 * Brings rows to fewer values and keeps the distances between them nearly as they are: each unit is added, with a sign by chance, to four outputs by
 * chance (sparse Johnson–Lindenstrauss transform; Kane & Nelson 2014). What follows takes the square of the width for each row.
 */
export function projectRows({ values, width }: Rows, to: number, seed: number): Rows {
  if (width <= to) return { values, width };
  const random = createRandom(seed, width, to);
  const block = Math.floor(to / OUTPUTS);
  // One in each quarter of the outputs, so that they are four different ones.
  const places = Int32Array.from({ length: width * OUTPUTS }, (_, at) => (at % OUTPUTS) * block + random.below(block));
  const signs = Float64Array.from({ length: width * OUTPUTS }, () => (random.next() < 0.5 ? 0.5 : -0.5));
  const rows = values.length / width;
  const projected = new Float64Array(rows * to);
  for (let row = 0; row < rows; row += 1)
    for (let unit = 0; unit < width; unit += 1) {
      const value = values[row * width + unit]!;
      for (let at = unit * OUTPUTS; at < (unit + 1) * OUTPUTS; at += 1)
        projected[row * to + places[at]!]! += signs[at]! * value;
    }
  return { values: projected, width: to };
}
