import type { PictureType } from '@shelfwatch/pictures';

const startsWith = (bytes: Buffer, signature: readonly number[], offset = 0): boolean =>
  signature.every((value, index) => bytes[offset + index] === value);

/**
 * Tells a picture's type from its first bytes. What a sender claims is not trusted, and the decoder knows formats
 * (SVG, TIFF, PDF …) that no camera sends and an attacker might.
 */
export function sniffPictureType(bytes: Buffer): PictureType | undefined {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && startsWith(bytes, [0x57, 0x45, 0x42, 0x50], 8))
    return 'image/webp';
  return undefined;
}
