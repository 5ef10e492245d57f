import type { LumaImage } from '../decode-frame/thumbnail.js';

/** What a picture looks like as a whole, without knowing what it shows. */
export interface PictureMeasures {
  /** Mean brightness, 0..255. */
  meanLuma: number;
  /** Share of pixels that are nearly black or nearly white, 0..1. */
  darkShare: number;
  brightShare: number;
  /** Standard deviation of brightness: contrast. */
  contrast: number;
  /** Variance of the Laplacian: falls when the picture goes out of focus. Only comparable for one camera. */
  sharpness: number;
  /** Entropy of the brightness histogram in bits, 0..6 (64 bins): low for a covered lens. */
  entropy: number;
  /** Share of pixels on an edge, 0..1. */
  edgeShare: number;
}

// Bound once: they are called for every pixel.
const { abs, min } = Math;

const DARK = 20;
const BRIGHT = 245;
/** A step in grey levels between a pixel's neighbours that counts as an edge. */
const EDGE_STEP = 24;
const BINS = 64;

export function measurePicture({ width, height, luma }: LumaImage): PictureMeasures {
  const bins = new Uint32Array(BINS);
  let sum = 0;
  let squared = 0;
  let dark = 0;
  let bright = 0;
  for (const value of luma) {
    sum += value;
    squared += value * value;
    if (value < DARK) dark++;
    if (value > BRIGHT) bright++;
    bins[min(BINS - 1, value >> 2)]!++;
  }
  const count = luma.length;
  const meanLuma = sum / count;
  return {
    meanLuma,
    darkShare: dark / count,
    brightShare: bright / count,
    contrast: Math.sqrt(Math.max(0, squared / count - meanLuma * meanLuma)),
    entropy: entropyOf(bins, count),
    ...measureEdges({ width, height, luma }),
  };
}

function entropyOf(bins: Uint32Array, count: number): number {
  let bits = 0;
  for (const bin of bins) if (bin > 0) bits -= (bin / count) * Math.log2(bin / count);
  return bits;
}

function measureEdges({ width, height, luma }: LumaImage): Pick<PictureMeasures, 'sharpness' | 'edgeShare'> {
  let sum = 0;
  let squared = 0;
  let edges = 0;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const left = luma[at - 1]!;
      const right = luma[at + 1]!;
      const up = luma[at - width]!;
      const down = luma[at + width]!;
      const laplacian = left + right + up + down - 4 * luma[at]!;
      sum += laplacian;
      squared += laplacian * laplacian;
      if (abs(right - left) + abs(down - up) > EDGE_STEP) edges++;
    }
  }
  const count = (width - 2) * (height - 2);
  return { sharpness: squared / count - (sum / count) ** 2, edgeShare: edges / count };
}
