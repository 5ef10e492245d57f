export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

/** A picture as a camera took it. */
export interface CameraPicture {
  bytes: Buffer;
  type: PictureType;
  capturedAt: Date;
  /** For the log: a file name. */
  label?: string;
  /** Called once the platform has it, or has refused it for good. */
  settle?: (outcome: 'sent' | 'refused') => Promise<void>;
}

/** @returns `undefined` when the bytes are none of the three. */
export function pictureTypeOf(bytes: Buffer): PictureType | undefined {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg';
  if (bytes.subarray(1, 4).toString('latin1') === 'PNG') return 'image/png';
  if (bytes.subarray(8, 12).toString('latin1') === 'WEBP') return 'image/webp';
  return undefined;
}
