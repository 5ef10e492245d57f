/** Too much to do; the same request may succeed later. */
export abstract class OverloadError extends Error {
  abstract readonly code: string;
  readonly retriable = true;

  constructor(
    message: string,
    /** When to try again. */
    readonly retryAfterSeconds: number,
  ) {
    super(message);
    this.name = new.target.name;
  }
}

/** The images of this request would exceed the limit of images under way. */
export class QueueFullError extends OverloadError {
  readonly code = 'QUEUE_FULL';
}

/** The images waited too long and were never computed. */
export class DeadlineExceededError extends OverloadError {
  readonly code = 'DEADLINE_EXCEEDED';
}
