import { type StockEventChanged, stockEventChanged, toCloudEventHeaders, TOPICS } from '@shelfwatch/contracts';
import type { OutboxMessage, StockEventEntity, UnitOfWork } from '@shelfwatch/persistence';

/** Ends the open events of slots that no longer are what the events are about, and tells the stream. @returns how many */
export async function closeEvents(unit: UnitOfWork, slotIds: readonly string[], now: Date): Promise<number> {
  let closed = 0;
  for (const { eventId } of slotIds.length === 0 ? [] : await unit.stockEvents.openOfSlots(slotIds)) {
    const event = await unit.stockEvents.lock(eventId);
    if (event?.status !== 'open') continue;
    const ended: StockEventEntity = { ...event, status: 'closed', closedAt: now };
    await unit.stockEvents.record(ended, 'closed', now);
    await unit.outbox.append([toMessage(ended, now)]);
    closed += 1;
  }
  return closed;
}

function toMessage(event: StockEventEntity, now: Date): OutboxMessage {
  const { eventId, kind, storeId, slotId, cameraId, gtin, foreignGtin, facings, modelVersion } = event;
  const { confidence, visibleFacings, evidencePictureId } = event;
  const body: StockEventChanged = stockEventChanged.parse({
    ...{ eventId, kind, storeId, slotId, cameraId, gtin, foreignGtin, facings, modelVersion },
    ...{ confidence, visibleFacings, evidencePictureId },
    change: 'closed',
    since: event.since.toISOString(),
    openedAt: event.openedAt.toISOString(),
    closedAt: now.toISOString(),
    decision: null,
  });
  const type = TOPICS.stockEventChanged.name;
  const about = { type, source: '/monitoring', time: now, subject: slotId, id: `${eventId}/closed` };
  return { topic: type, key: slotId, headers: toCloudEventHeaders(about), payload: Buffer.from(JSON.stringify(body)) };
}
