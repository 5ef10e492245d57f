import type { CameraPicture } from '../camera-picture.js';

/**
 * Where pictures come from. Yields until the source has ended or `signal` aborts; throws when the source is lost, and
 * is then started again by the agent.
 */
export interface PictureSource {
  /** For the log; without credentials. */
  readonly name: string;
  pictures(signal: AbortSignal): AsyncIterable<CameraPicture>;
}
