import { VisionError } from '../vision.errors.js';

/** A data set folder cannot be used; the message says which file and why. */
export class DataSetError extends VisionError {
  readonly code = 'DATA_SET_UNUSABLE';

  constructor(
    readonly folder: string,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(`The data set in ${folder} cannot be used: ${reason}`, options);
  }
}
