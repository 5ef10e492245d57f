import { VisionError } from '../vision.errors.js';

/** No TensorFlow.js backend, or not the one that was asked for, can be used on this machine. */
export class BackendUnavailableError extends VisionError {
  readonly code = 'TRAINING_BACKEND_UNAVAILABLE';

  constructor(
    readonly backend: string,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(`The TensorFlow.js backend ${backend} cannot be used: ${reason}`, options);
  }
}
