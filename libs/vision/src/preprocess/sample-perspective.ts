import type { Homography } from './homography.js';
import type { RgbPicture } from './rgb-picture.js';

/**
 * Fills `into` with `size` × `size` pixels sampled bilinearly through `map`; pixel centres lie at half coordinates.
 * The loop is the hot spot of preprocessing (about 1 ms for 224 × 224): no allocation, no call, no inner loop.
 *
 * @param margin how far to reach beyond the unit square on each side
 */
export function samplePerspective(
  { width, height, data }: RgbPicture,
  { a, b, c, d, e, f, g, h }: Homography,
  margin: number,
  size: number,
  into: Uint8Array,
): void {
  const step = (1 + 2 * margin) / size;
  const first = -margin + step / 2;
  const lastX = width - 1;
  const lastY = height - 1;
  let target = 0;
  for (let row = 0; row < size; row++) {
    const v = first + row * step;
    for (let column = 0; column < size; column++) {
      const u = first + column * step;
      const w = 1 / (g * u + h * v + 1);
      let x = (a * u + b * v + c) * w - 0.5;
      let y = (d * u + e * v + f) * w - 0.5;
      x = x < 0 ? 0 : x > lastX ? lastX : x;
      y = y < 0 ? 0 : y > lastY ? lastY : y;
      const x0 = x | 0;
      const y0 = y | 0;
      // Weights in 1/256 along each axis, 1/65536 together: whole numbers are faster, and the same on every machine.
      const fx = ((x - x0) * 256) | 0;
      const fy = ((y - y0) * 256) | 0;
      const topLeft = (y0 * width + x0) * 3;
      const topRight = x0 < lastX ? topLeft + 3 : topLeft;
      const bottomLeft = y0 < lastY ? topLeft + width * 3 : topLeft;
      const bottomRight = bottomLeft + topRight - topLeft;
      const w11 = fx * fy;
      const w10 = (fy << 8) - w11;
      const w01 = (fx << 8) - w11;
      const w00 = 65536 - (fx << 8) - w10;
      into[target] =
        (data[topLeft]! * w00 + data[topRight]! * w01 + data[bottomLeft]! * w10 + data[bottomRight]! * w11 + 32768) >>
        16;
      into[target + 1] =
        (data[topLeft + 1]! * w00 +
          data[topRight + 1]! * w01 +
          data[bottomLeft + 1]! * w10 +
          data[bottomRight + 1]! * w11 +
          32768) >>
        16;
      into[target + 2] =
        (data[topLeft + 2]! * w00 +
          data[topRight + 2]! * w01 +
          data[bottomLeft + 2]! * w10 +
          data[bottomRight + 2]! * w11 +
          32768) >>
        16;
      target += 3;
    }
  }
}
