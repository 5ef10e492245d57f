/** A folder of photographs that is not laid out as expected. */
export class PhotoDataError extends Error {
  override readonly name = 'PhotoDataError';
  readonly code = 'PHOTO_DATA_INVALID';
  readonly retriable = false;

  constructor(
    readonly file: string,
    /** 1-based; undefined when the whole file is meant. */
    readonly row: number | undefined,
    problem: string,
    options?: ErrorOptions,
  ) {
    super(`${file}${row === undefined ? '' : `:${row}`}: ${problem}`, options);
  }
}
