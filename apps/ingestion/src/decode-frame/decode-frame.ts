import sharp from 'sharp';
import type { PictureType } from '@shelfwatch/pictures';
import { FrameRefusedError } from './frame-refused.error.js';
import { sniffPictureType } from './sniff-picture-type.js';
import type { Thumbnail } from './thumbnail.js';

export interface DecodeLimits {
  maxBytes: number;
  /** Width times height of the original; a small file can unpack to gigabytes. */
  maxPixels: number;
  /** Whole seconds, ≥ 1. */
  timeoutSeconds: number;
  /** Width of the thumbnail in pixels; smaller pictures are not enlarged. */
  thumbnailWidth: number;
}

export interface DecodedFrame {
  type: PictureType;
  thumbnail: Thumbnail;
}

/** Smaller than this no shelf can be seen, and measurements make no sense. */
const MIN_SIDE_PX = 64;

/**
 * Judges the bytes of a frame and decodes them once, at reduced scale: a JPEG is shrunk while loading, which costs a
 * fraction of the whole. A truncated picture fails although its upper part could be shown.
 *
 * @throws {FrameRefusedError}
 */
export async function decodeFrame(bytes: Buffer, limits: DecodeLimits): Promise<DecodedFrame> {
  const type = guardBytes(bytes, limits);
  const source = await readSize(bytes);
  guardSize(source, limits);
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: limits.maxPixels, failOn: 'warning' })
      .timeout({ seconds: limits.timeoutSeconds })
      .resize({ width: limits.thumbnailWidth, withoutEnlargement: true })
      .flatten()
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const rgb = new Uint8Array(data.buffer, data.byteOffset, data.length);
    const thumbnail = { width: info.width, height: info.height, rgb: info.channels === 3 ? rgb : greyToRgb(rgb) };
    return { type, thumbnail: { ...thumbnail, sourceWidth: source.width, sourceHeight: source.height } };
  } catch (error) {
    throw refusalFor(error, limits);
  }
}

function guardBytes(bytes: Buffer, { maxBytes }: DecodeLimits): PictureType {
  if (bytes.length === 0) throw new FrameRefusedError('FRAME_EMPTY', 'The message has no value.');
  if (bytes.length > maxBytes) {
    throw new FrameRefusedError('FRAME_TOO_LARGE', `The picture has ${bytes.length} bytes; ${maxBytes} are allowed.`);
  }
  const type = sniffPictureType(bytes);
  if (type === undefined) {
    throw new FrameRefusedError('FRAME_NOT_A_PICTURE', 'The first bytes are not those of a JPEG, PNG or WebP picture.');
  }
  return type;
}

/** Reads the header only; nothing is unpacked yet. */
async function readSize(bytes: Buffer): Promise<{ width: number; height: number }> {
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false, failOn: 'none' }).metadata();
    return { width, height };
  } catch (error) {
    throw new FrameRefusedError('FRAME_CORRUPT', 'The header of the picture cannot be read.', { cause: error });
  }
}

function guardSize({ width, height }: { width: number; height: number }, { maxPixels }: DecodeLimits): void {
  if (width * height > maxPixels) {
    const message = `The picture has ${width} × ${height} pixels; ${maxPixels} in all are allowed.`;
    throw new FrameRefusedError('FRAME_TOO_MANY_PIXELS', message);
  }
  if (Math.min(width, height) < MIN_SIDE_PX) {
    const message = `The picture has ${width} × ${height} pixels; each side needs ${MIN_SIDE_PX}.`;
    throw new FrameRefusedError('FRAME_TOO_FEW_PIXELS', message);
  }
}

function refusalFor(error: unknown, { timeoutSeconds }: DecodeLimits): FrameRefusedError {
  const reason = error instanceof Error ? error.message : String(error);
  if (/timeout/i.test(reason)) {
    const message = `Decoding took longer than ${timeoutSeconds} s.`;
    return new FrameRefusedError('FRAME_DECODE_TIMEOUT', message, { cause: error });
  }
  return new FrameRefusedError('FRAME_CORRUPT', `The picture is broken or cut off: ${reason}`, { cause: error });
}

function greyToRgb(grey: Uint8Array): Uint8Array {
  const rgb = new Uint8Array(grey.length * 3);
  for (let pixel = 0; pixel < grey.length; pixel++) rgb.fill(grey[pixel]!, pixel * 3, pixel * 3 + 3);
  return rgb;
}
