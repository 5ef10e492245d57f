import type { RgbPicture } from './rgb-picture.js';

/** A rectangle of whole pixels. */
export interface PixelBox {
  left: number;
  top: number;
  width: number;
  height: number;
}

/**
 * Cuts `box` out of a picture and averages blocks of `factorX` × `factorY` pixels into one, so that sampling the
 * result more coarsely than the original does not alias. The last blocks may hold fewer pixels.
 */
export function shrinkPicture(picture: RgbPicture, box: PixelBox, factorX: number, factorY: number): RgbPicture {
  const width = Math.ceil(box.width / factorX);
  const height = Math.ceil(box.height / factorY);
  const data = new Uint8Array(width * height * 3);
  const sums = new Uint32Array(width * 3);
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    const firstRow = box.top + y * factorY;
    const rows = Math.min(factorY, box.top + box.height - firstRow);
    for (let row = firstRow; row < firstRow + rows; row++) addRow(picture, box, row, factorX, sums);
    for (let x = 0; x < width; x++) {
      const count = Math.min(factorX, box.width - x * factorX) * rows;
      for (let channel = 0; channel < 3; channel++) {
        data[(y * width + x) * 3 + channel] = Math.round(sums[x * 3 + channel]! / count);
      }
    }
  }
  return { width, height, data };
}

function addRow(picture: RgbPicture, box: PixelBox, row: number, factorX: number, sums: Uint32Array): void {
  const { data } = picture;
  let source = (row * picture.width + box.left) * 3;
  for (let x = 0, target = 0; x < box.width; target += 3) {
    let red = 0;
    let green = 0;
    let blue = 0;
    for (const end = Math.min(x + factorX, box.width); x < end; x++, source += 3) {
      red += data[source]!;
      green += data[source + 1]!;
      blue += data[source + 2]!;
    }
    sums[target]! += red;
    sums[target + 1]! += green;
    sums[target + 2]! += blue;
  }
}
