import type { Gtin } from '../identifiers/gtin.js';
import type { Slot } from '../shelf/slot.js';
import type { SlotStatus } from '../shelf/slot-state.js';
import { type FacingBelief, isContested, UNSEEN_FACING } from './facing-belief.js';
import type { FilterSettings } from './filter-settings.js';

/** Everything that the filter remembers of a slot; plain JSON, to be stored as it is. Times in milliseconds since 1970. */
export interface SlotMemory {
  /** What the memory is about; for another product or number of facings it is worthless. */
  gtin: Gtin;
  facings: FacingBelief[];
  status: SlotStatus;
  /** Capture time of the first frame of the evidence for `status`. */
  since: number;
  /** 0..1 */
  confidence: number;
  visibleFacings: number;
  foreignGtin: Gtin | null;
  /** Capture time of the newest frame folded in. */
  lastCapturedAt: number;
  /** Capture time of the newest frame in which any facing could be seen; null: never. */
  seenAt: number | null;
  /** For how many frames a change of status has waited for contested facings. */
  waitedFrames: number;
}

/** The part of a slot that the filter needs. */
export type FilteredSlot = Pick<Slot, 'gtin' | 'facings' | 'lowFacings'>;

export const newSlotMemory = ({ gtin, facings }: FilteredSlot, capturedAtMs: number): SlotMemory => ({
  gtin,
  facings: Array.from({ length: facings }, () => UNSEEN_FACING),
  status: 'unknown',
  since: capturedAtMs,
  confidence: 0,
  visibleFacings: 0,
  foreignGtin: null,
  lastCapturedAt: -Infinity,
  seenAt: null,
  waitedFrames: 0,
});

/** Whether more readings would not change anything: then unchanged pictures need no classifier. */
export const isSettled = (memory: SlotMemory, settings: FilterSettings): boolean =>
  memory.waitedFrames === 0 &&
  memory.facings.every((facing) => facing.content !== null && !isContested(facing, settings));
