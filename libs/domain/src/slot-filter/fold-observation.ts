import type { FacingReading } from '../observation/slot-observation.js';
import { confidenceOf, type FacingBelief, foldEvidence, isContested } from './facing-belief.js';
import { facingEvidence } from './facing-evidence.js';
import type { FilterSettings } from './filter-settings.js';
import { type FilteredSlot, isSettled, newSlotMemory, type SlotMemory } from './slot-memory.js';
import { type SlotAppearance, slotAppearance } from './slot-status.js';

export interface FoldedSlot {
  memory: SlotMemory;
  /** `late`: not newer than what was folded before, so that it changes nothing. */
  outcome: 'folded' | 'late';
  /** Status, visible facings or foreign product are others than before. */
  changed: boolean;
  /** See {@link isSettled}. */
  settled: boolean;
}

/**
 * Folds one frame's readings of a slot into what is remembered of it. Pure: the same observations in the same order
 * give the same memory, bit for bit.
 *
 * @param memory undefined for the first observation
 * @param observation readings may be missing for some facings; those keep what was known
 */
export function foldObservation(
  memory: SlotMemory | undefined,
  slot: FilteredSlot,
  observation: { capturedAt: Date; readings: readonly FacingReading[] },
  settings: FilterSettings,
): FoldedSlot {
  const at = observation.capturedAt.getTime();
  const before = memory !== undefined && fits(memory, slot) ? memory : newSlotMemory(slot, at);
  if (at <= before.lastCapturedAt) {
    return { memory: before, outcome: 'late', changed: false, settled: isSettled(before, settings) };
  }
  const facings = foldReadings(before.facings, slot, observation.readings, at, settings);
  const seenAt = Math.max(...facings.map((facing) => facing.seenAt ?? -Infinity));
  const folded = { ...before, facings, lastCapturedAt: at, seenAt: seenAt === -Infinity ? null : seenAt };
  const after = reconsider(folded, slotAppearance(facings, slot.lowFacings), settings);
  return { memory: after, outcome: 'folded', changed: differs(after, before), settled: isSettled(after, settings) };
}

function foldReadings(
  facings: readonly FacingBelief[],
  { gtin }: FilteredSlot,
  readings: readonly FacingReading[],
  at: number,
  settings: FilterSettings,
): FacingBelief[] {
  const byFacing = new Map(readings.map((reading) => [reading.facing, reading]));
  return facings.map((belief, facing) => {
    const reading = byFacing.get(facing);
    const evidence = reading && facingEvidence(reading, gtin, settings);
    return evidence === undefined ? belief : foldEvidence(belief, evidence, at, settings);
  });
}

/** Takes the new appearance over, unless facings that may still change it are contested: an emptied slot is not "low" on its way. */
function reconsider(memory: SlotMemory, appearance: SlotAppearance, settings: FilterSettings): SlotMemory {
  const { facings, lastCapturedAt: at, seenAt } = memory;
  if (at - (seenAt ?? memory.since) >= settings.unknownAfterMs) return asUnknown(memory, seenAt ?? memory.since);
  // Nothing seen now: hold what is known, and what is not known.
  if (seenAt !== at) return memory;
  const isNews = appearance.status !== memory.status || appearance.foreignGtin !== memory.foreignGtin;
  const isWaiting = facings.some((facing) => isContested(facing, settings));
  if (isNews && isWaiting && memory.waitedFrames < settings.settleFrames) {
    return { ...memory, waitedFrames: memory.waitedFrames + 1 };
  }
  return {
    ...memory,
    ...appearance,
    since: isNews ? sinceOf(facings, memory.since) : memory.since,
    confidence: appearance.status === 'unknown' ? 0 : confidenceOfSlot(facings),
    waitedFrames: 0,
  };
}

/** When the facing that changed last began to show what it shows. */
const sinceOf = (facings: readonly FacingBelief[], fallback: number): number => {
  const newest = Math.max(...facings.map((facing) => facing.since ?? -Infinity));
  return newest === -Infinity ? fallback : newest;
};

/** As sure as the least sure of the facings that are decided. */
const confidenceOfSlot = (facings: readonly FacingBelief[]): number =>
  Math.min(...facings.filter((facing) => facing.content !== null).map(confidenceOf));

const asUnknown = (memory: SlotMemory, since: number): SlotMemory =>
  memory.status === 'unknown' ? memory : { ...memory, status: 'unknown', since, confidence: 0, waitedFrames: 0 };

const fits = (memory: SlotMemory, slot: FilteredSlot): boolean =>
  memory.gtin === slot.gtin && memory.facings.length === slot.facings;

const differs = (a: SlotMemory, b: SlotMemory): boolean =>
  a.status !== b.status || a.visibleFacings !== b.visibleFacings || a.foreignGtin !== b.foreignGtin;

/**
 * For slots of which no frame comes at all, because their camera is at fault or gone: `unknown` once nothing was seen
 * for long. Returns the same object while nothing changes.
 */
export function ageSlot(memory: SlotMemory, now: Date, settings: FilterSettings): SlotMemory {
  const lastSeen = memory.seenAt ?? memory.since;
  return now.getTime() - lastSeen < settings.unknownAfterMs ? memory : asUnknown(memory, lastSeen);
}
