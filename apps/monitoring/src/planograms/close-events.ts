import type { StockEventEntity, UnitOfWork } from '@shelfwatch/persistence';
import { stockEventMessage } from '@shelfwatch/remedies';
import { SOURCE } from '../live/source.js';

/** Ends the open events of slots that no longer are what the events are about, and tells the stream. @returns how many */
export async function closeEvents(unit: UnitOfWork, slotIds: readonly string[], now: Date): Promise<number> {
  let closed = 0;
  for (const { eventId } of slotIds.length === 0 ? [] : await unit.stockEvents.openOfSlots(slotIds)) {
    const event = await unit.stockEvents.lock(eventId);
    if (event?.status !== 'open') continue;
    const ended: StockEventEntity = { ...event, status: 'closed', closedAt: now };
    await unit.stockEvents.record(ended, 'closed', now);
    await unit.outbox.append([stockEventMessage({ change: 'closed', event: ended }, now, SOURCE)]);
    closed += 1;
  }
  return closed;
}
