import { type ReorderChanged, type ReorderRequested, TOPICS } from '@shelfwatch/contracts';
import type { ReorderApproval } from '@shelfwatch/domain';
import type { OutboxMessage, ReorderEntity } from '@shelfwatch/persistence';
import { post } from './post.js';

/** Asks inventory systems to order. */
export function reorderMessage(reorder: ReorderEntity, approval: ReorderApproval, source: string): OutboxMessage {
  const { reorderId, idempotencyKey, storeId, gtin, supplierId, quantity, cases, casePack, reason } = reorder;
  const body: ReorderRequested = {
    ...{ reorderId, idempotencyKey, storeId, gtin, supplierId, quantity, cases, casePack, reason },
    eventId: reorder.eventId ?? '',
    requestedAt: reorder.requestedAt.toISOString(),
    expectedAt: reorder.expectedAt?.toISOString() ?? null,
    approval,
  };
  return post({ topic: TOPICS.reorderRequested, key: `${storeId}/${gtin}`, time: reorder.requestedAt, body, source });
}

/** The platform may order by itself, and does. */
export function reorderApprovedMessage(
  { reorderId, storeId, gtin, requestedAt, quantity, received }: ReorderEntity,
  reason: string,
  source: string,
): OutboxMessage {
  const body: ReorderChanged = {
    ...{ reorderId, storeId, gtin, state: 'APPROVED', previous: 'PROPOSED', reason, quantity, received },
    changedAt: requestedAt.toISOString(),
  };
  return post({ topic: TOPICS.reorderChanged, key: `${storeId}/${gtin}`, time: requestedAt, body, source });
}
