/** Pictures cannot be handed over. */
export class OutputError extends Error {
  override readonly name = 'OutputError';

  constructor(
    message: string,
    readonly code: 'OUTPUT_UNREACHABLE' | 'OUTPUT_REFUSED' | 'OUTPUT_DISK',
    readonly retriable: boolean,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
