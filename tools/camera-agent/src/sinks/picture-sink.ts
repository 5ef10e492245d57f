import type { CameraPicture } from '../camera-picture.js';

/** Where pictures go. */
export interface PictureSink {
  readonly name: string;
  /**
   * Resolves when the platform has the picture for good.
   * @throws {AgentError} `PICTURE_REFUSED` when it never will; retriable when it may later
   */
  send(cameraId: string, picture: CameraPicture, sequence: number): Promise<void>;
  close(): Promise<void>;
}
