/** A frame at reduced scale: 8-bit RGB, row by row from the top left. */
export interface Thumbnail {
  width: number;
  height: number;
  /** `width · height · 3` bytes. */
  rgb: Uint8Array;
  /** Size of the original picture in pixels. */
  sourceWidth: number;
  sourceHeight: number;
}

/** Brightness of each pixel of a picture, 0..255, row by row from the top left. */
export interface LumaImage {
  width: number;
  height: number;
  luma: Float32Array;
}

/** Weighs the channels as in ITU-R BT.601. */
export function toLuma({ width, height, rgb }: Pick<Thumbnail, 'width' | 'height' | 'rgb'>): LumaImage {
  const luma = new Float32Array(width * height);
  for (let pixel = 0, at = 0; pixel < luma.length; pixel++, at += 3) {
    luma[pixel] = 0.299 * rgb[at]! + 0.587 * rgb[at + 1]! + 0.114 * rgb[at + 2]!;
  }
  return { width, height, luma };
}
