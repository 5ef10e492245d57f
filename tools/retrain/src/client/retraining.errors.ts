/** The service refused, or does not answer; the message says why and what to do. */
export class RetrainingError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status?: number,
  ) {
    super(message);
  }
}
