import { VisionError } from '../vision.errors.js';

export type WeightsImportProblem =
  'WEIGHTS_UNREACHABLE' | 'WEIGHTS_CHECKSUM_WRONG' | 'WEIGHTS_UNREADABLE' | 'WEIGHTS_MISMATCH';

/** Weights from elsewhere cannot be taken over; the message says where, why, and what to do. */
export class WeightsImportError extends VisionError {
  constructor(
    readonly code: WeightsImportProblem,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
