import sharp from 'sharp';

/**
 * A picture as a square crop. It is stretched, as inference straightens a facing to a square: the model meets in the shop what it was taught.
 *
 * @returns `side * side * 3` bytes, rows of R, G, B
 */
export const readSquareCrop = (bytes: Uint8Array, side: number): Promise<Buffer> =>
  sharp(bytes, { limitInputPixels: 100e6 })
    .rotate()
    .resize(side, side, { fit: 'fill' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer();
