/** What the classifier may answer besides a product's GTIN. `unknown` is abstention, not a trained class. */
export const SPECIAL_LABELS = ['empty', 'occluded', 'unknown'] as const;
export type SpecialLabel = (typeof SPECIAL_LABELS)[number];

/** A 14-digit GTIN or one of {@link SPECIAL_LABELS}. */
export type FacingLabel = string;

/** One facing of a slot in one frame. Probabilities are calibrated, 0..1. */
export interface FacingReading {
  facing: number;
  /** The most likely label. */
  label: FacingLabel;
  probability: number;
  /** Probability of the product that the planogram expects here. */
  expectedProbability: number;
  emptyProbability: number;
  occludedProbability: number;
}

/** One slot in one frame: a fact, never changed afterwards. */
export interface SlotObservation {
  slotId: string;
  frameId: string;
  cameraId: string;
  capturedAt: Date;
  readings: readonly FacingReading[];
  modelVersion: string;
}
