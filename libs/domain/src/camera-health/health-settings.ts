/** When a camera's pictures count as unusable. Shares are 0..1. */
export interface HealthSettings {
  /** Dark: mean brightness (0..255) under this, or under this share of what the camera usually shows. */
  darkLuma: number;
  darkShareOfUsual: number;
  /** Glare: this share of the picture is nearly white, beyond what is usual for the camera. */
  glareShare: number;
  /** Covered: edges fall under this share of the usual, or under this share of the picture. */
  coveredEdgesOfUsual: number;
  coveredEdges: number;
  /** Blurred: sharpness at equal contrast falls under this share of the usual. */
  blurredSharpnessOfUsual: number;
  /** Moved: a shift of more than this fraction of width or height, … */
  movedBy: number;
  /** … whose match is this many times clearer than the match at rest, … */
  movedMargin: number;
  /** … and at least this clear. */
  movedStrength: number;
  /** Frozen: the same picture again and again for this long while capture times advance, … */
  frozenAfterMs: number;
  /** … and at least this often. */
  frozenRepeats: number;
  /** Bad pictures in a row that open a fault, good ones that close it. */
  openAfterFrames: number;
  closeAfterFrames: number;
  /** Healthy pictures from which the usual is learned before anything is compared with it. */
  learnFrames: number;
}

export const DEFAULT_HEALTH_SETTINGS: HealthSettings = {
  darkLuma: 28,
  darkShareOfUsual: 0.35,
  glareShare: 0.35,
  coveredEdgesOfUsual: 0.25,
  coveredEdges: 0.004,
  blurredSharpnessOfUsual: 0.35,
  movedBy: 0.012,
  movedMargin: 1.5,
  movedStrength: 8,
  frozenAfterMs: 10_000,
  frozenRepeats: 5,
  openAfterFrames: 2,
  closeAfterFrames: 2,
  learnFrames: 3,
};
