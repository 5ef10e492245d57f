/**
 * Probabilities of one row of logits, after dividing by the temperature.
 *
 * @param logits rows of `classes` values each
 */
export function softmaxRow(logits: Float32Array, row: number, classes: number, temperature = 1): Float32Array {
  const values = logits.subarray(row * classes, (row + 1) * classes);
  let highest = -Infinity;
  for (const value of values) highest = Math.max(highest, value);
  const result = values.map((value) => Math.exp((value - highest) / temperature));
  let sum = 0;
  for (const value of result) sum += value;
  return result.map((value) => value / sum);
}

/** Index of the highest value of one row; the first one of equals. */
export function highestOf(values: Float32Array, row: number, classes: number): number {
  let best = 0;
  for (let index = 1; index < classes; index += 1)
    if (values[row * classes + index]! > values[row * classes + best]!) best = index;
  return best;
}
