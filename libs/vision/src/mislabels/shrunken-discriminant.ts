import type { Rows } from './project-rows.js';

/** Sums that a linear discriminant needs of a part of the rows; parts can be added and taken away. */
export interface ClassSums {
  /** Rows of each class. */
  readonly counts: Float64Array;
  /** Sum of the rows of each class, `[classes, width]`. */
  readonly sums: Float64Array;
  /** Sum of the outer products of all rows with themselves; the lower triangle of `[width, width]`. */
  readonly products: Float64Array;
}

/** Rows whose outer products are added in one pass over the matrix, which is larger than the processor's cache. */
const TOGETHER = 8;

/** @param labels class of each row */
export function sumUp(rows: Rows, members: readonly number[], labels: readonly number[], classes: number): ClassSums {
  const { values, width } = rows;
  const result = emptySums(classes, width);
  for (const row of members) {
    const label = labels[row]!;
    result.counts[label]! += 1;
    for (let unit = 0; unit < width; unit += 1) result.sums[label * width + unit]! += values[row * width + unit]!;
  }
  const block = new Float64Array(TOGETHER * width);
  for (let start = 0; start < members.length; start += TOGETHER) {
    block.fill(0);
    members.slice(start, start + TOGETHER).forEach((row, place) => {
      block.set(values.subarray(row * width, (row + 1) * width), place * width);
    });
    addProducts(result.products, block, width);
  }
  return result;
}

/** Of eight rows at once, written out: this loop is most of the work. */
function addProducts(products: Float64Array, block: Float64Array, width: number): void {
  const row = (place: number) => block.subarray(place * width, (place + 1) * width);
  const [a, b, c, d] = [row(0), row(1), row(2), row(3)];
  const [e, f, g, h] = [row(4), row(5), row(6), row(7)];
  for (let i = 0; i < width; i += 1) {
    const [ai, bi, ci, di] = [a[i]!, b[i]!, c[i]!, d[i]!];
    const [ei, fi, gi, hi] = [e[i]!, f[i]!, g[i]!, h[i]!];
    const target = i * width;
    for (let j = 0; j <= i; j += 1)
      products[target + j]! +=
        ai * a[j]! + bi * b[j]! + ci * c[j]! + di * d[j]! + ei * e[j]! + fi * f[j]! + gi * g[j]! + hi * h[j]!;
  }
}

export const emptySums = (classes: number, width: number): ClassSums => ({
  counts: new Float64Array(classes),
  sums: new Float64Array(classes * width),
  products: new Float64Array(width * width),
});

/** Adds `times · other` to `to`, in place. */
export function addSums(to: ClassSums, other: ClassSums, times: 1 | -1): void {
  for (const part of ['counts', 'sums', 'products'] as const) {
    const [target, source] = [to[part], other[part]];
    for (let at = 0; at < target.length; at += 1) target[at]! += times * source[at]!;
  }
}

/** Scores of rows: `values · weights + offsets`, highest for the likeliest class. */
export interface Discriminant {
  /** `[classes, width]` */
  readonly weights: Float64Array;
  /** -Infinity for a class without rows. */
  readonly offsets: Float64Array;
}

/**
 * Linear discriminant analysis with one covariance for all classes, drawn towards a sphere as far as the number of rows asks for (oracle
 * approximating shrinkage; Chen, Wiesel, Eldar & Hero 2010): it works with fewer rows than units, and needs no training steps. Its softmax is the
 * posterior of classes that are equally frequent.
 */
export function fitDiscriminant({ counts, sums, products }: ClassSums, width: number): Discriminant {
  const classes = counts.length;
  const means = sums.map((sum, at) => sum / Math.max(1, counts[(at / width) | 0]!));
  const rows = counts.reduce((sum, count) => sum + count, 0);
  const covariance = products.slice();
  for (let label = 0; label < classes; label += 1) takeMean(covariance, means, counts[label]!, label, width);
  for (let at = 0; at < covariance.length; at += 1) covariance[at]! /= Math.max(1, rows);
  shrink(covariance, width, rows);
  factorise(covariance, width);
  const weights = new Float64Array(classes * width);
  const offsets = new Float64Array(classes).fill(-Infinity);
  for (let label = 0; label < classes; label += 1) {
    if (counts[label] === 0) continue;
    const mean = means.subarray(label * width, (label + 1) * width);
    const weight = solve(covariance, mean, width);
    weights.set(weight, label * width);
    offsets[label] = -0.5 * mean.reduce((sum, value, unit) => sum + value * weight[unit]!, 0);
  }
  return { weights, offsets };
}

/** Scores of one row, one a class. */
export function scoreRow({ values, width }: Rows, row: number, { weights, offsets }: Discriminant): Float64Array {
  return offsets.map((offset, label) => offset + dot(values, row * width, weights, label * width, width));
}

function takeMean(matrix: Float64Array, means: Float64Array, count: number, label: number, width: number): void {
  if (count === 0) return;
  const mean = means.slice(label * width, (label + 1) * width);
  for (let i = 0; i < width; i += 1) {
    const factor = count * mean[i]!;
    for (let j = 0; j <= i; j += 1) matrix[i * width + j]! -= factor * mean[j]!;
  }
}

/** `(1 - r) S + r tr(S)/p I`, `r` by equation 23 of the paper. */
function shrink(matrix: Float64Array, width: number, rows: number): void {
  let [trace, squares] = [0, 0];
  for (let i = 0; i < width; i += 1) {
    trace += matrix[i * width + i]!;
    for (let j = 0; j < i; j += 1) squares += 2 * matrix[i * width + j]! ** 2;
    squares += matrix[i * width + i]! ** 2;
  }
  const above = (1 - 2 / width) * squares + trace ** 2;
  const below = (rows + 1 - 2 / width) * (squares - trace ** 2 / width);
  // A little always, so that units which never vary can be divided by.
  const share = Math.min(1, Math.max(1e-3, below > 0 ? above / below : 1));
  const sphere = Math.max(trace / width, 1e-12);
  for (let i = 0; i < width; i += 1) {
    for (let j = 0; j <= i; j += 1) matrix[i * width + j]! *= 1 - share;
    matrix[i * width + i]! += share * sphere;
  }
}

/** Cholesky factor of a positive definite matrix, in place, in its lower triangle. */
function factorise(matrix: Float64Array, width: number): void {
  for (let i = 0; i < width; i += 1) {
    const row = i * width;
    for (let j = 0; j < i; j += 1) {
      const other = j * width;
      matrix[row + j] = (matrix[row + j]! - dot(matrix, row, matrix, other, j)) / matrix[other + j]!;
    }
    matrix[row + i] = Math.sqrt(Math.max(1e-18, matrix[row + i]! - dot(matrix, row, matrix, row, i)));
  }
}

/** `x` of `L Lᵀ x = right`. */
function solve(factor: Float64Array, right: Float64Array, width: number): Float64Array {
  const x = right.slice();
  for (let i = 0; i < width; i += 1) x[i] = (x[i]! - dot(factor, i * width, x, 0, i)) / factor[i * width + i]!;
  for (let i = width - 1; i >= 0; i -= 1) {
    const row = i * width;
    const value = (x[i]! /= factor[row + i]!);
    for (let k = 0; k < i; k += 1) x[k]! -= factor[row + k]! * value;
  }
  return x;
}

/** Product of `count` values from `fromA` and from `fromB`; four sums, as one would wait for itself at each step. */
function dot(a: Float64Array, fromA: number, b: Float64Array, fromB: number, count: number): number {
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  let k = 0;
  for (; k + 3 < count; k += 4) {
    first += a[fromA + k]! * b[fromB + k]!;
    second += a[fromA + k + 1]! * b[fromB + k + 1]!;
    third += a[fromA + k + 2]! * b[fromB + k + 2]!;
    fourth += a[fromA + k + 3]! * b[fromB + k + 3]!;
  }
  for (; k < count; k += 1) first += a[fromA + k]! * b[fromB + k]!;
  return first + second + third + fourth;
}
