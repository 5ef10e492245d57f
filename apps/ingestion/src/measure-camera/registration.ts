import type { LumaImage } from '../decode-frame/thumbnail.js';
import { type ComplexGrid, fft2d } from './fft.js';

/** Size at which pictures are registered; powers of two. One cell is 0.4 % of the width, 0.8 % of the height. */
const WIDTH = 256;
const HEIGHT = 128;

// Bound once: they are called for every cell.
const { abs, floor } = Math;

/** The edges of a reference picture, transformed once. */
export type Reference = ComplexGrid;

export interface Shift {
  /** How far the picture moved against the reference, as fractions of width and height; right and down are positive. */
  dx: number;
  dy: number;
  /** How clear the best match is: its height over the mean of the correlation's absolute values, > 0. */
  strength: number;
  /** The same at no shift at all. */
  strengthAtRest: number;
}

/** Registers edges, not brightness: fixtures stay where they are while lamps and products change. */
export function toReference(image: LumaImage): Reference {
  const edges = edgeGrid(image);
  fft2d(edges);
  return edges;
}

/** Finds the shift between the reference and a picture by phase correlation. */
export function registerAgainst(reference: Reference, image: LumaImage): Shift {
  const product = edgeGrid(image);
  fft2d(product);
  for (let i = 0; i < product.re.length; i++) {
    const re = product.re[i]! * reference.re[i]! + product.im[i]! * reference.im[i]!;
    const im = product.im[i]! * reference.re[i]! - product.re[i]! * reference.im[i]!;
    // Less than full whitening: the frequencies of noise would otherwise weigh as much as those of the fixture.
    const weight = 1 / ((re * re + im * im) ** 0.4 + 1e-9);
    product.re[i] = re * weight;
    // The conjugate makes the forward transform an inverse one.
    product.im[i] = -im * weight;
  }
  fft2d(product);
  return peakOf(product.re);
}

function peakOf(correlation: Float64Array): Shift {
  let best = 0;
  let total = 0;
  for (let i = 0; i < correlation.length; i++) {
    total += abs(correlation[i]!);
    if (correlation[i]! > correlation[best]!) best = i;
  }
  const mean = total / correlation.length || 1;
  const wrapped = (value: number, length: number) => (value > length / 2 ? value - length : value);
  return {
    dx: wrapped(best % WIDTH, WIDTH) / WIDTH,
    dy: wrapped(floor(best / WIDTH), HEIGHT) / HEIGHT,
    strength: correlation[best]! / mean,
    strengthAtRest: correlation[0]! / mean,
  };
}

/** Fades a side of the given length out towards both ends. */
const fade = (length: number): Float64Array =>
  Float64Array.from({ length }, (_, i) => Math.sin((Math.PI * i) / (length - 1)) ** 2);
const FADE_X = fade(WIDTH);
const FADE_Y = fade(HEIGHT);

/** Gradient magnitudes at registration size, faded out towards the borders, which would match themselves otherwise. */
function edgeGrid(image: LumaImage): ComplexGrid {
  const small = shrink(image);
  const re = new Float64Array(WIDTH * HEIGHT);
  for (let y = 1; y < HEIGHT - 1; y++) {
    for (let x = 1; x < WIDTH - 1; x++) {
      const at = y * WIDTH + x;
      const across = small[at + 1]! - small[at - 1]!;
      const down = small[at + WIDTH]! - small[at - WIDTH]!;
      // The root of the gradient's length keeps one bright price rail from drowning everything else.
      re[at] = (across * across + down * down) ** 0.25 * FADE_X[x]! * FADE_Y[y]!;
    }
  }
  return { width: WIDTH, height: HEIGHT, re, im: new Float64Array(WIDTH * HEIGHT) };
}

/** Averages the pixels that fall into each cell. */
function shrink({ width, height, luma }: LumaImage): Float64Array {
  const sums = new Float64Array(WIDTH * HEIGHT);
  const counts = new Float64Array(WIDTH * HEIGHT);
  const columns = Uint16Array.from({ length: width }, (_, x) => (x * WIDTH) / width);
  for (let y = 0; y < height; y++) {
    const row = floor((y * HEIGHT) / height) * WIDTH;
    for (let x = 0; x < width; x++) {
      const cell = row + columns[x]!;
      sums[cell]! += luma[y * width + x]!;
      counts[cell]!++;
    }
  }
  // A picture smaller than the grid leaves cells without a pixel; they take their left neighbour's value.
  for (let cell = 0; cell < sums.length; cell++)
    sums[cell] = counts[cell] ? sums[cell]! / counts[cell]! : (sums[cell - 1] ?? 0);
  return sums;
}
