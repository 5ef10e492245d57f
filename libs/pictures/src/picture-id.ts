import { createHash } from 'node:crypto';

/** Kinds of pictures that are stored, and the ending of their ids. */
const ENDINGS = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' } as const;
export type PictureType = keyof typeof ENDINGS;

/** Names a picture by its content: SHA-256 in hex, a dot, and `jpg`, `png` or `webp`. The same bytes have the same id. */
export type PictureId = string & { readonly __brand: 'PictureId' };

const PATTERN = /^([0-9a-f]{64})\.(jpg|png|webp)$/;

export const sha256Hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** @param sha256 spare the hashing when it is already known; 64 hex digits */
export const pictureIdOf = (bytes: Uint8Array, type: PictureType, sha256 = sha256Hex(bytes)): PictureId =>
  `${sha256}.${ENDINGS[type]}` as PictureId;

/** @returns `undefined` for anything that is no picture id, so that no text from outside can become a path. */
export const parsePictureId = (text: string): PictureId | undefined =>
  PATTERN.test(text) ? (text as PictureId) : undefined;

export function pictureTypeOf(id: PictureId): PictureType {
  const ending = PATTERN.exec(id)?.[2];
  return (Object.keys(ENDINGS) as PictureType[]).find((type) => ENDINGS[type] === ending) ?? 'image/jpeg';
}
