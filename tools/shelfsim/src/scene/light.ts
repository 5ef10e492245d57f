/** The light on a fixture as one camera sees it. */
export interface Light {
  /** 1 = well lit; 0.05 = lights off. */
  exposure: number;
  /** -1 = bluish daylight, 1 = warm lamps. */
  warmth: number;
  /** How much brighter the right edge is than the left, -0.4..0.4; and the lower than the upper. */
  slopeX: number;
  slopeY: number;
  /** Darkening of the corners, 0..0.5. */
  vignette: number;
  /** Pale reflection, fractions of the picture; `strength` 0..1. */
  glare?: { x: number; y: number; radius: number; strength: number };
}

/** What the camera's electronics do to the picture. */
export interface Sensor {
  /** Standard deviation of the noise, grey levels of 255. */
  noise: number;
  /** 1..100 */
  jpegQuality: number;
}
