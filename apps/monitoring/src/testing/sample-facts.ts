import { randomUUID } from 'node:crypto';
import type { Database, ReorderEntity, StockEventEntity } from '@shelfwatch/persistence';

/** What ingestion would have written: an open out-of-stock event with its decision and the order that it triggered. */
export async function writeOutOfStock(
  database: Database,
  changes: Partial<StockEventEntity> = {},
): Promise<{ eventId: string; reorderId: string }> {
  const at = new Date(Date.now() - 60_000);
  const ids = { eventId: randomUUID(), reorderId: randomUUID(), decisionId: randomUUID() };
  const event: StockEventEntity = {
    ...{
      eventId: ids.eventId,
      storeId: 'corner',
      slotId: 'corner-1',
      cameraId: 'corner-cam',
      kind: 'out-of-stock',
      status: 'open',
    },
    ...{
      gtin: '08904000210037',
      foreignGtin: null,
      since: at,
      openedAt: at,
      closedAt: null,
      confidence: 0.97,
      visibleFacings: 0,
    },
    ...{
      facings: 2,
      modelVersion: 'm',
      evidencePictureId: null,
      decisionId: ids.decisionId,
      urgencyCentsPerHour: 500,
      backroomFound: null,
      ...changes,
    },
  };
  const reorder: ReorderEntity = {
    ...{
      reorderId: ids.reorderId,
      idempotencyKey: ids.reorderId,
      storeId: 'corner',
      gtin: event.gtin,
      supplierId: 'wholesale',
    },
    ...{
      eventId: ids.eventId,
      quantity: 12,
      received: 0,
      cases: 2,
      casePack: 6,
      state: 'PROPOSED',
      reason: 'under the reorder point',
    },
    ...{ requestedAt: at, expectedAt: null, changedAt: at },
  };
  await database.transaction(async (unit) => {
    await unit.stockEvents.record({ ...event, decisionId: null }, 'opened', at);
    await unit.decisions.append({
      ...{
        decisionId: ids.decisionId,
        eventId: ids.eventId,
        remedy: 'REORDER',
        rule: 'position-at-or-under-reorder-point',
      },
      ...{ reason: 'Position 4 is under 30.', inputs: { position: 4 }, alternatives: [], decidedAt: at },
    });
    await unit.stockEvents.record(event, 'updated', at);
    await unit.reorders.propose(reorder, 'shelfwatch');
  });
  return ids;
}
