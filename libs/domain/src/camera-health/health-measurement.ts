/** What one picture of a camera measures, before anything is known of what it shows. */
export interface HealthMeasurement {
  capturedAt: Date;
  /** Pixels. */
  width: number;
  height: number;
  /** Size for which the camera is calibrated; null when it is not. */
  calibratedWidth: number | null;
  calibratedHeight: number | null;
  /** Mean brightness, 0..255. */
  meanLuma: number;
  /** Share of pixels that are nearly black, nearly white, 0..1. */
  darkShare: number;
  brightShare: number;
  /** Standard deviation of brightness. */
  contrast: number;
  /** Variance of the Laplacian; comparable for one camera only. */
  sharpness: number;
  /** Share of pixels on an edge, 0..1. */
  edgeShare: number;
  /** Whether it is the previous picture again: the same bytes, or no difference where noise alone makes one. */
  sameAsPrevious: boolean;
  /** How far the picture moved against the reference; null when there is no reference. */
  shift: PictureShift | null;
}

export interface PictureShift {
  /** Fractions of width and height. */
  dx: number;
  dy: number;
  /** How clear the best match is. */
  strength: number;
  /** How clear the match is without any shift. */
  strengthAtRest: number;
}
