import { type StockEventChanged, stockEventChanged, toCloudEventHeaders, TOPICS } from '@shelfwatch/contracts';
import type { OutboxMessage, StockEventEntity } from '@shelfwatch/persistence';
import { isoOrNull } from '../shelf-words/describe-shop.js';

/** Tells the stream that an event has ended, for a reason that no picture gave. */
export function endedEventMessage(event: StockEventEntity, change: 'closed' | 'retracted', now: Date): OutboxMessage {
  const { eventId, kind, storeId, slotId, cameraId, gtin, foreignGtin, facings, modelVersion } = event;
  const { confidence, visibleFacings, evidencePictureId } = event;
  const body: StockEventChanged = stockEventChanged.parse({
    ...{ eventId, kind, storeId, slotId, cameraId, gtin, foreignGtin, facings, modelVersion },
    ...{ confidence, visibleFacings, evidencePictureId, change },
    since: event.since.toISOString(),
    openedAt: event.openedAt.toISOString(),
    closedAt: isoOrNull(event.closedAt),
    decision: null,
  });
  const type = TOPICS.stockEventChanged.name;
  const about = { type, source: '/monitoring', time: now, subject: slotId, id: `${eventId}/${change}` };
  return { topic: type, key: slotId, headers: toCloudEventHeaders(about), payload: Buffer.from(JSON.stringify(body)) };
}
