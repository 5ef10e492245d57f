/** What became of a frame; counted, and stored with it. A duplicate is stored once, a refused frame not at all. */
export const FRAME_OUTCOMES = [
  /** Some facings went to the classifier. */
  'classified',
  /** The shelf looks as it did; nothing had to be asked. */
  'unchanged',
  /** Older than the camera's newest frame: kept for history, changes nothing. */
  'late',
  /** Dated so far ahead of the camera's other frames that they must confirm it first: kept for history, changes nothing. */
  'leap',
  /** The camera is at fault: nothing opens or closes. */
  'unhealthy',
  /** The camera is not calibrated: only its picture is kept. */
  'no-view',
  'duplicate',
  'dead-letter',
] as const;
export type FrameOutcome = (typeof FRAME_OUTCOMES)[number];
