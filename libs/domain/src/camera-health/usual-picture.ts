import type { HealthMeasurement } from './health-measurement.js';

/** What a camera's healthy pictures measure on average; plain JSON. */
export interface UsualPicture {
  /** Healthy pictures seen. */
  frames: number;
  meanLuma: number;
  brightShare: number;
  edgeShare: number;
  relativeSharpness: number;
}

export const NOTHING_USUAL: UsualPicture = {
  frames: 0,
  meanLuma: 0,
  brightShare: 0,
  edgeShare: 0,
  relativeSharpness: 0,
};

/** Later pictures count at least this much, so that the usual follows the seasons of a shop, but no single day. */
const SLOWEST = 0.01;

/** Sharpness grows with the square of contrast: dimmer light alone must not look like a blur. */
export const relativeSharpness = ({ sharpness, contrast }: Pick<HealthMeasurement, 'sharpness' | 'contrast'>): number =>
  sharpness / (contrast * contrast + 1);

/** Takes a healthy picture into the average. */
export function learnUsual(usual: UsualPicture, picture: HealthMeasurement): UsualPicture {
  const frames = usual.frames + 1;
  const share = Math.max(1 / frames, SLOWEST);
  const towards = (from: number, to: number): number => from + share * (to - from);
  return {
    frames,
    meanLuma: towards(usual.meanLuma, picture.meanLuma),
    brightShare: towards(usual.brightShare, picture.brightShare),
    edgeShare: towards(usual.edgeShare, picture.edgeShare),
    relativeSharpness: towards(usual.relativeSharpness, relativeSharpness(picture)),
  };
}
