import {
  type FilterSettings,
  foldObservation,
  type SlotStatus,
  type StockEvent,
  type StockEventFact,
  transitionStockEvents,
} from '@shelfwatch/domain';
import type { SlotStateEntity, StockEventEntity } from '@shelfwatch/persistence';
import { naturalId } from '@shelfwatch/remedies';
import { gtinOf, memoryOf, type ObservedFrame, type ObservedSlot, toSlotState } from './observed-slot.js';

/** What a frame means for one slot. */
export interface FoldedSlotChange {
  observed: ObservedSlot;
  state: SlotStateEntity;
  /** The status before; the same as in `state` when it did not change. */
  previous: SlotStatus;
  /** Capture time up to which the state had been folded when it was read; `undefined` when there was none. */
  readAt: Date | undefined;
  /** Evidence is still accumulating: the next frame is needed whatever it looks like. */
  isUnsettled: boolean;
  facts: readonly StockEventFact[];
}

/** Folds a frame's readings into the slots' states and finds what opens, changes and closes. Pure. */
export function foldSlots(
  frame: ObservedFrame,
  observed: readonly ObservedSlot[],
  states: ReadonlyMap<string, SlotStateEntity>,
  openEvents: readonly StockEventEntity[],
  settings: FilterSettings,
): FoldedSlotChange[] {
  return observed.flatMap((slot): FoldedSlotChange[] => {
    const { slotId } = slot.slot;
    const before = states.get(slotId);
    const filtered = { ...slot.slot, gtin: gtinOf(slot.slot.gtin) };
    const folded = foldObservation(memoryOf(before), filtered, { ...frame, readings: slot.readings }, settings);
    // Another camera has shown this slot later already.
    if (folded.outcome === 'late') return [];
    const state = toSlotState(slotId, folded.memory, frame.modelVersion);
    const open = openEvents.filter((event) => event.slotId === slotId).map(toStockEvent);
    const facts = folded.changed ? factsOf(frame, state, open, slot) : [];
    return [
      {
        observed: slot,
        state,
        previous: before?.status ?? 'unknown',
        readAt: before?.lastCapturedAt,
        isUnsettled: !folded.settled,
        facts,
      },
    ];
  });
}

function factsOf(
  frame: ObservedFrame,
  state: SlotStateEntity,
  open: StockEvent[],
  { slot }: ObservedSlot,
): StockEventFact[] {
  const { storeId, cameraId, capturedAt, modelVersion } = frame;
  const { slotId, status, since, confidence, visibleFacings, foreignGtin } = state;
  const foreign = foreignGtin === null ? null : gtinOf(foreignGtin);
  const view = {
    storeId,
    slotId,
    cameraId,
    modelVersion,
    status,
    since,
    confidence,
    visibleFacings,
    foreignGtin: foreign,
  };
  return transitionStockEvents(open, { ...view, gtin: gtinOf(slot.gtin) }, capturedAt, (id, kind, from) =>
    naturalId('stock-event', id, kind, from.toISOString()),
  );
}

export const toStockEvent = (event: StockEventEntity): StockEvent => ({
  eventId: event.eventId,
  storeId: event.storeId,
  slotId: event.slotId,
  cameraId: event.cameraId,
  kind: event.kind,
  status: event.status,
  gtin: gtinOf(event.gtin),
  ...(event.foreignGtin === null ? {} : { foreignGtin: gtinOf(event.foreignGtin) }),
  since: event.since,
  openedAt: event.openedAt,
  ...(event.closedAt === null ? {} : { closedAt: event.closedAt }),
  confidence: event.confidence,
  visibleFacings: event.visibleFacings,
  modelVersion: event.modelVersion,
});
