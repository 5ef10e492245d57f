export type AgentErrorCode =
  | 'CAMERA_UNREACHABLE'
  | 'CAMERA_SIGN_IN_REFUSED'
  | 'CAMERA_ANSWER_UNUSABLE'
  | 'CAMERA_SILENT'
  | 'FFMPEG_MISSING'
  | 'FOLDER_UNREADABLE'
  | 'PLATFORM_UNREACHABLE'
  | 'PLATFORM_SIGN_IN_REFUSED'
  | 'STREAM_NOT_CONFIGURED'
  | 'PICTURE_REFUSED';

/** Something between the camera and the platform went wrong. */
export class AgentError extends Error {
  constructor(
    readonly code: AgentErrorCode,
    /** What failed and what to do. */
    message: string,
    /** Whether the same again may succeed later without anyone doing anything. */
    readonly retriable: boolean,
    options?: { cause: unknown },
  ) {
    super(message, options);
    this.name = 'AgentError';
  }
}

/** `fetch failed` hides the reason in its cause. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (cause instanceof AggregateError && cause.errors[0] instanceof Error) return cause.errors[0].message;
  return cause instanceof Error ? cause.message : error.message;
}
