import sharp from 'sharp';
import { PictureError } from './picture.errors.js';
import { pictureFormatOf } from './picture-format.js';
import type { RgbPicture } from './rgb-picture.js';

export interface DecodeLimits {
  /** Most pixels that a picture may have; 3 bytes of memory each. */
  maxPixels: number;
}

/** Far more than any picture within the limits takes; ends what a crafted file may start. */
const DECODE_TIMEOUT_SECONDS = 20;

/** A 7680×4320 camera fits. */
export const defaultDecodeLimits: DecodeLimits = { maxPixels: 40_000_000 };

/**
 * Decodes JPEG, PNG or WebP bytes at full size, turned upright. Runs on libuv's threads, not on the event loop.
 *
 * @throws {PictureError} when the bytes are no picture, broken, or larger than the limit
 */
export async function decodePicture(bytes: Uint8Array, limits = defaultDecodeLimits): Promise<RgbPicture> {
  if (pictureFormatOf(bytes) === undefined) {
    throw new PictureError('PICTURE_FORMAT_UNSUPPORTED', 'The bytes are not a JPEG, PNG or WebP picture.');
  }
  await checkSize(bytes, limits);
  try {
    const { data, info } = await sharp(bytes, { failOn: 'error', limitInputPixels: limits.maxPixels })
      .autoOrient()
      .flatten()
      .toColourspace('srgb')
      .raw()
      .timeout({ seconds: DECODE_TIMEOUT_SECONDS })
      .toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, data };
  } catch (error) {
    throw unreadable(error);
  }
}

/** Reads the header only, so that a picture of absurd size costs nothing. */
async function checkSize(bytes: Uint8Array, { maxPixels }: DecodeLimits): Promise<void> {
  const { width, height } = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch((error: unknown) => {
      throw unreadable(error);
    });
  if (width * height <= maxPixels) return;
  const megapixels = (pixels: number): string => `${Math.round(pixels / 1e6)} megapixels`;
  throw new PictureError(
    'PICTURE_TOO_LARGE',
    `The picture has ${width}×${height} pixels (${megapixels(width * height)}); at most ${megapixels(maxPixels)} are accepted.`,
  );
}

function unreadable(error: unknown): PictureError {
  const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
  return new PictureError('PICTURE_UNREADABLE', `The picture cannot be decoded: ${reason}`, { cause: error });
}
