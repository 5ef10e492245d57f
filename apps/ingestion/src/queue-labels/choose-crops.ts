import type { LabelTaskCount } from '@shelfwatch/persistence';
import type { WorthLabelling } from './judge-crop.js';

/** So that a shop asks for tens of labels a day, of many products, and not for thousands. */
export interface LabelLimits {
  perStoreAndDay: number;
  /** Class = product that the planogram wants. */
  perClassAndDay: number;
  perSlotAndDay: number;
  /** Time until the same slot may ask again: what looks the same teaches the same. */
  slotRestMs: number;
}

export interface CropCandidate extends WorthLabelling {
  slotId: string;
  expectedLabel: string;
}

/**
 * The most instructive of one frame's candidates that the day's limits still admit, at most one of a slot.
 *
 * @param counts what the store has asked for on that day already
 */
export function chooseCrops<C extends CropCandidate>(
  candidates: readonly C[],
  counts: readonly LabelTaskCount[],
  limits: LabelLimits,
  capturedAt: Date,
): C[] {
  let left = limits.perStoreAndDay - counts.reduce((sum, { tasks }) => sum + tasks, 0);
  const ofClass = sumsBy(counts, 'expectedLabel');
  const ofSlot = sumsBy(counts, 'slotId');
  const resting = new Set(
    counts
      .filter((it) => Math.abs(capturedAt.getTime() - it.lastCapturedAt.getTime()) < limits.slotRestMs)
      .map(({ slotId }) => slotId),
  );
  return [...candidates]
    .sort((a, b) => b.score - a.score)
    .filter(({ slotId, expectedLabel }) => {
      const [inClass, inSlot] = [ofClass.get(expectedLabel) ?? 0, ofSlot.get(slotId) ?? 0];
      if (left <= 0 || resting.has(slotId)) return false;
      if (inClass >= limits.perClassAndDay || inSlot >= limits.perSlotAndDay) return false;
      left -= 1;
      resting.add(slotId);
      ofClass.set(expectedLabel, inClass + 1);
      return true;
    });
}

function sumsBy(counts: readonly LabelTaskCount[], key: 'slotId' | 'expectedLabel'): Map<string, number> {
  const sums = new Map<string, number>();
  for (const count of counts) sums.set(count[key], (sums.get(count[key]) ?? 0) + count.tasks);
  return sums;
}
