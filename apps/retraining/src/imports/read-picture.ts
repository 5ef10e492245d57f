import { createHash } from 'node:crypto';
import { pictureIdOf, type PictureId, type PictureType } from '@shelfwatch/pictures';
import sharp, { type Metadata } from 'sharp';

/** What an import needs to know of a picture. */
export interface ReadPicture {
  type: PictureType;
  sha256: string;
  perceptualHash: string;
  /** Mean luma, 0..255. */
  luma: number;
}

export type PictureRefusal = 'not-a-picture' | 'unreadable' | 'too-small' | 'too-large';

const TYPES: Readonly<Partial<Record<NonNullable<Metadata['format']>, PictureType>>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
};
/** More makes a decoded picture larger than 300 MB. */
const MOST_PIXELS = 100e6;
/** Of the difference hash: nine columns give eight differences. */
const [COLUMNS, ROWS] = [9, 8];

/** Decodes a picture completely, so that whatever becomes a sample can be read later on. Never throws for what it is given. */
export async function readPicture(bytes: Uint8Array, minSide: number): Promise<ReadPicture | PictureRefusal> {
  if (bytes.length === 0) return 'unreadable';
  const metadata = await sharp(bytes)
    .metadata()
    .catch(() => undefined);
  const type = metadata?.format === undefined ? undefined : TYPES[metadata.format];
  if (metadata === undefined || type === undefined) return 'not-a-picture';
  const { width = 0, height = 0 } = metadata;
  if (Math.min(width, height) < minSide) return 'too-small';
  if (width * height > MOST_PIXELS) return 'too-large';
  try {
    const grey = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'truncated' })
      .rotate()
      .greyscale()
      .resize(COLUMNS, ROWS, { fit: 'fill' })
      .raw()
      .toBuffer();
    const luma = Math.round(grey.reduce((sum, value) => sum + value, 0) / grey.length);
    return {
      type,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      perceptualHash: differenceHash(grey),
      luma,
    };
  } catch {
    return 'unreadable';
  }
}

/** Difference hash: whether each of 8 × 8 places is brighter than its right neighbour, as 16 hexadecimal digits. @see Krawetz 2013 */
export function differenceHash(grey: Uint8Array): string {
  let bits = '';
  for (let row = 0; row < ROWS; row += 1)
    for (let column = 0; column < COLUMNS - 1; column += 1) {
      const at = row * COLUMNS + column;
      bits += grey[at]! > grey[at + 1]! ? '1' : '0';
    }
  return BigInt(`0b${bits}`).toString(16).padStart(16, '0');
}

export const pictureIdOfSample = ({ sha256, type }: ReadPicture, bytes: Uint8Array): PictureId =>
  pictureIdOf(bytes, type, sha256);
