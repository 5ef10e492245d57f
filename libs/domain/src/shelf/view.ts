/** A point of a picture: fractions of its width and height, 0..1 from the top left. */
export interface Point {
  x: number;
  y: number;
}

/** Four corners of a region: top left, top right, bottom right, bottom left. */
export type Quad = readonly [Point, Point, Point, Point];

/** Where one facing of a slot lies in a camera's picture. `facing` counts from the left, 0-based. */
export interface FacingRegion {
  slotId: string;
  facing: number;
  quad: Quad;
}

/** A camera and its calibration: where each facing lies in its pictures. */
export interface View {
  cameraId: string;
  /** The picture size for which the regions were drawn, in pixels. */
  width: number;
  height: number;
  regions: readonly FacingRegion[];
}
