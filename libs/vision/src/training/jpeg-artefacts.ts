/** Quantisation of luminance at quality 50: ITU-T T.81 (1992), table K.1. */
const luminanceTable = [
  [16, 11, 10, 16, 24, 40, 51, 61],
  [12, 12, 14, 19, 26, 58, 60, 55],
  [14, 13, 16, 24, 40, 57, 69, 56],
  [14, 17, 22, 29, 51, 87, 80, 62],
  [18, 22, 37, 56, 68, 109, 103, 77],
  [24, 35, 55, 64, 81, 104, 113, 92],
  [49, 64, 78, 87, 103, 121, 120, 101],
  [72, 92, 95, 98, 112, 100, 103, 99],
].flat();

/** Quantisation of both colour differences at quality 50: table K.2. */
const chrominanceTable = [
  [17, 18, 24, 47, 99, 99, 99, 99],
  [18, 21, 26, 66, 99, 99, 99, 99],
  [24, 26, 56, 99, 99, 99, 99, 99],
  [47, 66, 99, 99, 99, 99, 99, 99],
  [99, 99, 99, 99, 99, 99, 99, 99],
  [99, 99, 99, 99, 99, 99, 99, 99],
  [99, 99, 99, 99, 99, 99, 99, 99],
  [99, 99, 99, 99, 99, 99, 99, 99],
].flat();

const BLOCK = 8;

/**
 * What a camera's JPEG compression loses, without the bytes in between: YCbCr with colour at half the resolution (4:2:0), a cosine
 * transform of 8×8 blocks (T.81, A.3.3), and quantisation. The entropy coding that follows in a file loses nothing, so that this is what
 * an encoder and a decoder in a row would give, to rounding and the decoder's way of enlarging colour.
 */
export class JpegArtefacts {
  private size = 0;
  /** Sides of the planes, filled up to whole blocks. */
  private side = 0;
  private planes: Float32Array[] = [];

  /**
   * Changes a square picture in place.
   *
   * @param pixels `size * size * 3` bytes, rows of R, G, B
   * @param quality 1 to 100, as libjpeg counts
   */
  apply(pixels: Uint8Array, size: number, quality: number): void {
    this.resize(size);
    this.split(pixels);
    const [luminance, blue, red] = this.planes as [Float32Array, Float32Array, Float32Array];
    quantisePlane(luminance, this.side, quantisation(luminanceTable, quality));
    for (const plane of [blue, red]) quantisePlane(plane, this.side / 2, quantisation(chrominanceTable, quality));
    this.join(pixels);
  }

  private resize(size: number): void {
    if (size === this.size) return;
    this.size = size;
    this.side = Math.ceil(size / (2 * BLOCK)) * 2 * BLOCK;
    this.planes = [1, 4, 4].map((part) => new Float32Array(this.side ** 2 / part));
  }

  /** RGB to YCbCr (JFIF, ITU-R BT.601), about 0; beyond the edge the last pixel is repeated. */
  private split(pixels: Uint8Array): void {
    const { side, size } = this;
    const [luminance, blue, red] = this.planes as [Float32Array, Float32Array, Float32Array];
    blue.fill(0);
    red.fill(0);
    for (let y = 0; y < side; y += 1)
      for (let x = 0; x < side; x += 1) {
        const at = (Math.min(y, size - 1) * size + Math.min(x, size - 1)) * 3;
        const [r, g, b] = [pixels[at]!, pixels[at + 1]!, pixels[at + 2]!];
        luminance[y * side + x] = 0.299 * r + 0.587 * g + 0.114 * b - 128;
        const half = (y >> 1) * (side >> 1) + (x >> 1);
        blue[half]! += (-0.168736 * r - 0.331264 * g + 0.5 * b) / 4;
        red[half]! += (0.5 * r - 0.418688 * g - 0.081312 * b) / 4;
      }
  }

  private join(pixels: Uint8Array): void {
    const { side, size } = this;
    const [luminance, blue, red] = this.planes as [Float32Array, Float32Array, Float32Array];
    for (let y = 0; y < size; y += 1)
      for (let x = 0; x < size; x += 1) {
        const at = (y * size + x) * 3;
        const light = luminance[y * side + x]! + 128;
        const half = (y >> 1) * (side >> 1) + (x >> 1);
        pixels[at] = toByte(light + 1.402 * red[half]!);
        pixels[at + 1] = toByte(light - 0.344136 * blue[half]! - 0.714136 * red[half]!);
        pixels[at + 2] = toByte(light + 1.772 * blue[half]!);
      }
  }
}

const toByte = (value: number): number => Math.max(0, Math.min(255, Math.round(value)));

/** A table for another quality than 50, as libjpeg scales it (`jpeg_quality_scaling`, `jpeg_add_quant_table` in jcparam.c). */
export function quantisation(table: readonly number[], quality: number): number[] {
  const within = Math.max(1, Math.min(100, Math.round(quality)));
  const percent = within < 50 ? Math.floor(5_000 / within) : 200 - 2 * within;
  return table.map((step) => Math.max(1, Math.min(255, Math.floor((step * percent + 50) / 100))));
}

/** Row u holds the u-th cosine at the eight places of a block; orthonormal, so that the transposed matrix is the inverse. */
const cosines = Float64Array.from({ length: BLOCK * BLOCK }, (_, index) => {
  const [u, x] = [Math.floor(index / BLOCK), index % BLOCK];
  return Math.cos(((2 * x + 1) * u * Math.PI) / (2 * BLOCK)) * Math.sqrt((u === 0 ? 1 : 2) / BLOCK);
});
const inverse = cosines.map((_, index) => cosines[(index % BLOCK) * BLOCK + Math.floor(index / BLOCK)]!);
const block = new Float64Array(BLOCK * BLOCK);
const turned = new Float64Array(BLOCK * BLOCK);

function quantisePlane(plane: Float32Array, side: number, steps: readonly number[]): void {
  for (let top = 0; top < side; top += BLOCK)
    for (let left = 0; left < side; left += BLOCK) {
      const start = top * side + left;
      for (let y = 0; y < BLOCK; y += 1)
        for (let x = 0; x < BLOCK; x += 1) block[y * BLOCK + x] = plane[start + y * side + x]!;
      multiply(block, cosines, turned);
      multiply(turned, cosines, block);
      for (let index = 0; index < block.length; index += 1)
        block[index] = Math.round(block[index]! / steps[index]!) * steps[index]!;
      multiply(block, inverse, turned);
      multiply(turned, inverse, block);
      for (let y = 0; y < BLOCK; y += 1)
        for (let x = 0; x < BLOCK; x += 1) plane[start + y * side + x] = block[y * BLOCK + x]!;
    }
}

/** Each row of `from` times `matrix`, written as a column: done twice, it has transformed rows and columns and turned the block back. */
function multiply(from: Float64Array, matrix: Float64Array, into: Float64Array): void {
  for (let row = 0; row < BLOCK; row += 1) {
    const at = row * BLOCK;
    const [a, b, c, d] = [from[at]!, from[at + 1]!, from[at + 2]!, from[at + 3]!];
    const [e, f, g, h] = [from[at + 4]!, from[at + 5]!, from[at + 6]!, from[at + 7]!];
    for (let u = 0; u < BLOCK; u += 1) {
      const m = u * BLOCK;
      into[u * BLOCK + row] =
        a * matrix[m]! +
        b * matrix[m + 1]! +
        c * matrix[m + 2]! +
        d * matrix[m + 3]! +
        e * matrix[m + 4]! +
        f * matrix[m + 5]! +
        g * matrix[m + 6]! +
        h * matrix[m + 7]!;
    }
  }
}
