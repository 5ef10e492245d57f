import { VisionError } from '../vision.errors.js';

export type ModelFolderProblem = 'MODEL_FILE_MISSING' | 'MODEL_FILE_CORRUPT' | 'MODEL_METADATA_INVALID';

/** A model folder cannot be used; the message says which file, why, and what to do, in one line. */
export class ModelFolderError extends VisionError {
  constructor(
    readonly code: ModelFolderProblem,
    /** The folder. */
    readonly folder: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A weight is missing, or has another shape than the architecture asks for. */
export class ModelWeightsError extends VisionError {
  readonly code = 'MODEL_WEIGHTS_INCOMPLETE';

  constructor(
    /** Name of the tensor. */
    readonly weight: string,
    message: string,
  ) {
    super(message);
  }
}
