import type { FacingReading, Gtin, SlotObservation } from '@shelfwatch/domain';
import { AT_NINE, TEA } from './constants.js';

/** What a facing looks like; a GTIN stands for that product. */
export type Look = 'empty' | 'occluded' | 'unknown' | Gtin;

/** A reading that is as sure of `look` as `probability` says; what is left is spread over other products. */
export function aReading(look: Look, { facing = 0, expected = TEA, probability = 0.97 } = {}): FacingReading {
  const chanceOf = (label: string): number => (look === label ? probability : 0.005);
  return {
    facing,
    label: look,
    probability,
    expectedProbability: chanceOf(expected),
    emptyProbability: chanceOf('empty'),
    occludedProbability: chanceOf('occluded'),
  };
}

/** One frame's readings of a slot, one look for each facing from the left. */
export const anObservation = (looks: readonly Look[], changes: Partial<SlotObservation> = {}): SlotObservation => ({
  slotId: 'store-1-a',
  frameId: '00000000-0000-4000-8000-000000000001',
  cameraId: 'store-1-cam',
  capturedAt: AT_NINE,
  readings: looks.map((look, facing) => aReading(look, { facing })),
  modelVersion: 'test-model',
  ...changes,
});
