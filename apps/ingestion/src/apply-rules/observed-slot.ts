import type { FacingReading, FacingRegion, Gtin, SlotMemory } from '@shelfwatch/domain';
import type { SlotEntity, SlotObservationRow, SlotStateEntity } from '@shelfwatch/persistence';
import type { SlotInView } from '../camera-session/camera-session.js';

/** New readings of a slot, from one frame. */
export interface ObservedSlot {
  slot: SlotEntity;
  readings: readonly FacingReading[];
}

/** The frame that readings come from. */
export interface ObservedFrame {
  frameId: string;
  cameraId: string;
  storeId: string;
  capturedAt: Date;
  modelVersion: string;
}

/** What the filter remembers of a slot, as it was stored. */
export const memoryOf = (state: SlotStateEntity | undefined): SlotMemory | undefined =>
  state === undefined ? undefined : (state.filter as SlotMemory);

export const toSlotState = (slotId: string, memory: SlotMemory, modelVersion: string): SlotStateEntity => ({
  slotId,
  status: memory.status,
  since: new Date(memory.since),
  confidence: memory.confidence,
  visibleFacings: memory.visibleFacings,
  foreignGtin: memory.foreignGtin,
  filter: memory,
  lastCapturedAt: new Date(memory.lastCapturedAt),
  modelVersion,
});

/** GTINs in the database have passed `parseGtin` on their way in. */
export const gtinOf = (text: string): Gtin => text as Gtin;

/** @param readings of the regions, in the same order */
export function groupBySlot(
  regions: readonly FacingRegion[],
  readings: readonly FacingReading[],
  slots: ReadonlyMap<string, SlotInView>,
): ObservedSlot[] {
  const bySlot = new Map<string, FacingReading[]>();
  regions.forEach(({ slotId }, index) => bySlot.set(slotId, [...(bySlot.get(slotId) ?? []), readings[index]!]));
  return [...bySlot].map(([slotId, own]) => ({ slot: slots.get(slotId)!.slot, readings: own }));
}

export const toObservationRows = (
  { frameId, cameraId, capturedAt, modelVersion }: ObservedFrame,
  observed: readonly ObservedSlot[],
): SlotObservationRow[] =>
  observed.map(({ slot, readings }) => ({
    ...{ slotId: slot.slotId, frameId, cameraId, capturedAt, modelVersion },
    readings: [...readings],
  }));
