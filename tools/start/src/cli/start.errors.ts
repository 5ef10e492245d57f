/** Something that keeps the platform from starting. The message is one line and says what to do. */
export class StartError extends Error {
  constructor(
    readonly code:
      'port-taken' | 'already-running' | 'disk-full' | 'model-missing' | 'service-failed' | 'not-a-data-folder',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'StartError';
  }
}
