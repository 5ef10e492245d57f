import { VisionError } from '../vision.errors.js';

/** A call failed inside its thread; the thread goes on. */
export class ThreadCallError extends VisionError {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** The thread ended, so that the call was never answered. */
export class ThreadEndedError extends VisionError {
  readonly code = 'THREAD_ENDED';
  override readonly retriable = true;
}
