/** Base of everything that this library throws on purpose. */
export abstract class VisionError extends Error {
  /** Stable, for programs; the message is for people. */
  abstract readonly code: string;
  /** Whether the same call may succeed later. */
  readonly retriable: boolean = false;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}
