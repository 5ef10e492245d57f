export interface ClassifyFrameLimits {
  /** Most pixels of a picture. */
  maxPixels: number;
  /** Time until the last image of a request must have begun to be computed, in milliseconds. */
  deadlineMs: number;
}

/** Injection token. */
export const CLASSIFY_FRAME_LIMITS = Symbol('CLASSIFY_FRAME_LIMITS');
