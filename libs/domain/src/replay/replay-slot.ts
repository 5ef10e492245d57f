import type { Gtin } from '../identifiers/gtin.js';
import type { FacingReading } from '../observation/slot-observation.js';
import type { FilterSettings } from '../slot-filter/filter-settings.js';
import { foldObservation } from '../slot-filter/fold-observation.js';
import type { SlotMemory } from '../slot-filter/slot-memory.js';
import type { StockEvent, StockEventKind } from '../stock-event/stock-event.js';
import { type StockEventFact, transitionStockEvents } from '../stock-event/transition-stock-events.js';

/** The slot as the replay takes it to be. */
export interface ReplayedSlot {
  storeId: string;
  slotId: string;
  gtin: Gtin;
  facings: number;
  lowFacings: number;
}

/** What was read in one frame: scores, no pictures. */
export interface StoredObservation {
  cameraId: string;
  capturedAt: Date;
  readings: readonly FacingReading[];
  modelVersion: string;
}

/** Identifies an event by what it is about; the same replay names it the same. */
const eventIdOf = (slotId: string, kind: StockEventKind, since: Date): string =>
  `${slotId}/${kind}/${since.toISOString()}`;

/**
 * What happens to the events of one slot when its observations are folded again, with settings of choice. The same functions as live, so that
 * the settings that were live give what was live. Pure.
 *
 * @param observations in the order in which they were folded live
 */
export function replaySlot(
  slot: ReplayedSlot,
  observations: Iterable<StoredObservation>,
  settings: FilterSettings,
): StockEventFact[] {
  let memory: SlotMemory | undefined;
  let open: StockEvent[] = [];
  const facts: StockEventFact[] = [];
  for (const { cameraId, capturedAt, readings, modelVersion } of observations) {
    const folded = foldObservation(memory, slot, { capturedAt, readings }, settings);
    memory = folded.memory;
    if (!folded.changed) continue;
    const { status, since, confidence, visibleFacings, foreignGtin } = memory;
    const { storeId, slotId, gtin } = slot;
    const look = { status, since: new Date(since), confidence, visibleFacings, foreignGtin };
    const view = { storeId, slotId, cameraId, gtin, modelVersion, ...look };
    const told = transitionStockEvents(open, view, capturedAt, eventIdOf);
    for (const { change, event } of told) {
      open = [...open.filter(({ eventId }) => eventId !== event.eventId), ...(change === 'closed' ? [] : [event])];
    }
    facts.push(...told);
  }
  return facts;
}
