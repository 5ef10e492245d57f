export type InferenceErrorCode = 'INFERENCE_UNAVAILABLE' | 'INFERENCE_REFUSED' | 'INFERENCE_ANSWER_INVALID';

/** Inference could not or would not classify a frame. */
export class InferenceError extends Error {
  constructor(
    readonly code: InferenceErrorCode,
    message: string,
    /** False when the same request can only end the same way. */
    readonly retriable: boolean,
    options?: { cause: unknown },
  ) {
    super(message, options);
    this.name = 'InferenceError';
  }
}
