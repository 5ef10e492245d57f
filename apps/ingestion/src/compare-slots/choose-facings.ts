import type { Appearance } from './appearance.js';
import { compareAppearance } from './compare-appearance.js';

/** Why a facing goes to the classifier. */
export const CLASSIFY_REASONS = ['first', 'changed', 'unsettled', 'heartbeat'] as const;
export type ClassifyReason = (typeof CLASSIFY_REASONS)[number];

/** A facing in the frame at hand. */
export interface SeenFacing {
  slotId: string;
  facing: number;
  appearance: Appearance;
}

/** How a facing looked when it was last classified. */
export interface ClassifiedFacing {
  appearance: Appearance;
  /** Capture time in milliseconds. */
  classifiedAtMs: number;
}

export interface GateSettings {
  /** A facing has changed when {@link compareAppearance}'s residual is above this. */
  maxResidual: number;
  /** … or when its brightness moved by more than this factor against the frame as a whole. */
  maxGainStep: number;
  /** Every facing is classified at least this often, in capture time: small changes add up unseen. */
  heartbeatMs: number;
}

export interface Chosen {
  /** Index into the facings that were given → why. */
  reasons: ReadonlyMap<number, ClassifyReason>;
  /** Share of the known facings that look different, 0..1. Near 1, the camera rather than the shelf has changed. */
  changedShare: number;
}

/**
 * Decides which facings need the classifier. A fixed camera sees almost the same picture all day; what looks as it did
 * when it was last classified keeps that answer.
 *
 * @param memoryOf the last classified look; `undefined` when there is none yet
 * @param isUnsettled whether the slot's evidence is still accumulating
 * @param capturedAtMs of this frame
 */
export function chooseFacings(
  facings: readonly SeenFacing[],
  memoryOf: (facing: SeenFacing) => ClassifiedFacing | undefined,
  isUnsettled: (slotId: string) => boolean,
  capturedAtMs: number,
  settings: GateSettings,
): Chosen {
  const memories = facings.map(memoryOf);
  const changes = facings.map(({ appearance }, index) => {
    const memory = memories[index];
    return memory === undefined ? undefined : compareAppearance(memory.appearance, appearance);
  });
  const known = changes.filter((change) => change !== undefined);
  const frameGain = median(known.map((change) => change.gain));
  const reasons = new Map<number, ClassifyReason>();
  let changed = 0;

  facings.forEach(({ slotId }, index) => {
    const memory = memories[index];
    const change = changes[index];
    if (memory === undefined || change === undefined) {
      reasons.set(index, 'first');
      return;
    }
    const gainStep = Math.abs(Math.log(Math.max(change.gain, 0.01) / Math.max(frameGain, 0.01)));
    if (change.residual > settings.maxResidual || gainStep > Math.log(settings.maxGainStep)) {
      changed++;
      reasons.set(index, 'changed');
    } else if (isUnsettled(slotId)) reasons.set(index, 'unsettled');
    else if (capturedAtMs - memory.classifiedAtMs >= settings.heartbeatMs) reasons.set(index, 'heartbeat');
  });
  return { reasons, changedShare: known.length === 0 ? 0 : changed / known.length };
}

function median(values: readonly number[]): number {
  if (values.length === 0) return 1;
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
