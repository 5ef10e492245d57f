import { VisionError } from '../vision.errors.js';

export type PictureProblem = 'PICTURE_UNREADABLE' | 'PICTURE_FORMAT_UNSUPPORTED' | 'PICTURE_TOO_LARGE';

/** The bytes are not a picture that can be used; sending them again does not help. */
export class PictureError extends VisionError {
  constructor(
    readonly code: PictureProblem,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A region's corners do not enclose a convex area, so that nothing can be cut out. */
export class RegionError extends VisionError {
  readonly code = 'REGION_DEGENERATE';
}
