import type { Gtin } from '../identifiers/gtin.js';
import type { SlotStatus } from '../shelf/slot-state.js';
import type { StockEvent, StockEventKind } from './stock-event.js';

/** A slot as it looks after a frame. */
export interface SlotView {
  storeId: string;
  slotId: string;
  cameraId: string;
  gtin: Gtin;
  status: SlotStatus;
  since: Date;
  confidence: number;
  visibleFacings: number;
  foreignGtin: Gtin | null;
  modelVersion: string;
}

/** Why an event ended. */
export type CloseReason =
  /** The slot is as it should be. */
  | 'restocked'
  /** It turned into another kind of event. */
  | 'superseded';

/** One change of one event. `event` is the event as it stands afterwards. */
export interface StockEventFact {
  change: 'opened' | 'updated' | 'closed';
  event: StockEvent;
  closeReason?: CloseReason;
}

const KIND_OF: Readonly<Record<SlotStatus, StockEventKind | null>> = {
  stocked: null,
  low: 'low-stock',
  empty: 'out-of-stock',
  misplaced: 'misplaced',
  unknown: null,
};

/**
 * What a slot's new look means for its events. A slot has at most one open event. When its kind changes (low stock
 * becomes out of stock, or half a refill the other way round) the old event is closed as superseded and a new one
 * opened: each kind has its own duration, urgency and remedy. While the slot is `unknown` nothing opens or closes.
 *
 * @param open the slot's open events
 * @param capturedAt of the frame that shows the new look
 * @param newEventId must depend on its arguments only, so that a replay gives the same events
 */
export function transitionStockEvents(
  open: readonly StockEvent[],
  slot: SlotView,
  capturedAt: Date,
  newEventId: (slotId: string, kind: StockEventKind, since: Date) => string,
): StockEventFact[] {
  if (slot.status === 'unknown') return [];
  const kind = KIND_OF[slot.status];
  const closeReason = kind === null ? 'restocked' : 'superseded';
  const facts: StockEventFact[] = open
    .filter((event) => event.kind !== kind)
    .map((event) => ({
      change: 'closed',
      event: { ...event, status: 'closed', closedAt: capturedAt, visibleFacings: slot.visibleFacings },
      closeReason,
    }));
  if (kind === null) return facts;
  const current = open.find((event) => event.kind === kind);
  if (current === undefined) facts.push({ change: 'opened', event: openEvent(slot, kind, capturedAt, newEventId) });
  else if (looksDifferent(current, slot)) facts.push({ change: 'updated', event: updateEvent(current, slot) });
  return facts;
}

function openEvent(
  slot: SlotView,
  kind: StockEventKind,
  capturedAt: Date,
  newEventId: (slotId: string, kind: StockEventKind, since: Date) => string,
): StockEvent {
  const { storeId, slotId, cameraId, gtin, since, confidence, visibleFacings, foreignGtin, modelVersion } = slot;
  return {
    eventId: newEventId(slotId, kind, since),
    ...{ storeId, slotId, cameraId, kind, status: 'open', gtin },
    ...(foreignGtin === null ? {} : { foreignGtin }),
    ...{ since, openedAt: capturedAt, confidence, visibleFacings, modelVersion },
  };
}

function updateEvent(
  event: StockEvent,
  { visibleFacings, foreignGtin, confidence, modelVersion }: SlotView,
): StockEvent {
  const { foreignGtin: _former, ...rest } = event;
  return { ...rest, ...(foreignGtin === null ? {} : { foreignGtin }), visibleFacings, confidence, modelVersion };
}

/** A change of confidence alone is no news. */
const looksDifferent = (event: StockEvent, slot: SlotView): boolean =>
  event.visibleFacings !== slot.visibleFacings || (event.foreignGtin ?? null) !== slot.foreignGtin;
