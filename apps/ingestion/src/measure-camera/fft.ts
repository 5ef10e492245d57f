/** A two-dimensional complex signal, row by row; both sides are powers of two. */
export interface ComplexGrid {
  width: number;
  height: number;
  re: Float64Array;
  im: Float64Array;
}

/** Cosines and sines by length; the same few lengths come again and again. */
const tables = new Map<number, { cos: Float64Array; sin: Float64Array }>();

function tableFor(length: number) {
  let table = tables.get(length);
  if (table === undefined) {
    const angles = Float64Array.from({ length: length / 2 }, (_, i) => (-2 * Math.PI * i) / length);
    table = { cos: angles.map(Math.cos), sin: angles.map(Math.sin) };
    tables.set(length, table);
  }
  return table;
}

/** Transforms `length` values in place (radix 2, decimation in time), `start` and `step` apart in the arrays. */
function transformLine(re: Float64Array, im: Float64Array, start: number, step: number, length: number): void {
  const { cos, sin } = tableFor(length);
  for (let i = 1, reversed = 0; i < length; i++) {
    let bit = length >> 1;
    for (; reversed & bit; bit >>= 1) reversed ^= bit;
    reversed ^= bit;
    if (i < reversed) {
      const a = start + i * step;
      const b = start + reversed * step;
      [re[a], re[b]] = [re[b]!, re[a]!];
      [im[a], im[b]] = [im[b]!, im[a]!];
    }
  }
  for (let size = 2; size <= length; size <<= 1) {
    const half = size >> 1;
    const stride = length / size;
    for (let block = 0; block < length; block += size) {
      for (let k = 0; k < half; k++) {
        const a = start + (block + k) * step;
        const b = a + half * step;
        const c = cos[k * stride]!;
        const s = sin[k * stride]!;
        const bRe = re[b]! * c - im[b]! * s;
        const bIm = re[b]! * s + im[b]! * c;
        re[b] = re[a]! - bRe;
        im[b] = im[a]! - bIm;
        re[a]! += bRe;
        im[a]! += bIm;
      }
    }
  }
}

/** Fourier transform in place. For the inverse, hand in the complex conjugate and ignore the scale. */
export function fft2d({ width, height, re, im }: ComplexGrid): void {
  for (let row = 0; row < height; row++) transformLine(re, im, row * width, 1, width);
  for (let column = 0; column < width; column++) transformLine(re, im, column, width, height);
}
