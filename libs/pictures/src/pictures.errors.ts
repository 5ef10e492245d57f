export type PictureStoreErrorCode = 'PICTURE_STORE_FULL' | 'PICTURE_STORE_DENIED' | 'PICTURE_STORE_FAILED';

/** A picture could not be stored or read. */
export class PictureStoreError extends Error {
  readonly retriable = true;

  constructor(
    readonly code: PictureStoreErrorCode,
    message: string,
    options: { cause: unknown },
  ) {
    super(message, options);
    this.name = 'PictureStoreError';
  }
}

/** Turns a file system error into one that says what to do. */
export function toPictureStoreError(error: unknown, folder: string): PictureStoreError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const options = { cause: error };
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new PictureStoreError(
      'PICTURE_STORE_FULL',
      `No space is left for pictures in ${folder}; free some.`,
      options,
    );
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    const advice = `May not write pictures to ${folder}; give this user the right, or choose another folder.`;
    return new PictureStoreError('PICTURE_STORE_DENIED', advice, options);
  }
  const reason = error instanceof Error ? error.message : String(error);
  return new PictureStoreError('PICTURE_STORE_FAILED', `The picture store in ${folder} failed: ${reason}`, options);
}
