/** Why a frame can never be processed; stable, counted, and written beside the dead letter. */
export const REFUSAL_CODES = [
  'FRAME_HEADERS_INVALID',
  'FRAME_EMPTY',
  'FRAME_TOO_LARGE',
  'FRAME_NOT_A_PICTURE',
  'FRAME_TOO_MANY_PIXELS',
  'FRAME_TOO_FEW_PIXELS',
  'FRAME_CORRUPT',
  'FRAME_DECODE_TIMEOUT',
  'FRAME_FROM_THE_FUTURE',
  'CAMERA_UNKNOWN',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** The frame goes to the dead letters with its original bytes; another attempt would end the same way. */
export class FrameRefusedError extends Error {
  readonly retriable = false;

  constructor(
    readonly code: RefusalCode,
    message: string,
    options?: { cause: unknown },
  ) {
    super(message, options);
    this.name = 'FrameRefusedError';
  }
}
