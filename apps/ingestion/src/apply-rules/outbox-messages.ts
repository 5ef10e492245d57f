import {
  type CameraHealthChanged,
  type ReorderChanged,
  type ReorderRequested,
  type SlotStateChanged,
  type StockEventChanged,
  toCloudEventHeaders,
  TOPICS,
} from '@shelfwatch/contracts';
import { type CameraFault, recommendedAction } from '@shelfwatch/domain';
import type { OutboxMessage, ReorderEntity } from '@shelfwatch/persistence';
import type { FoldedSlotChange } from './fold-slots.js';
import { naturalId } from './natural-id.js';
import type { ObservedFrame } from './observed-slot.js';
import type { PlannedEvent } from './plan-events.js';

interface Letter<T> {
  topic: { name: string };
  key: string;
  /** When it happened, by the camera's clock. */
  time: Date;
  body: T;
}

/** The same facts make the same message id, so that readers can tell a repetition. */
function post<T>({ topic, key, time, body }: Letter<T>): OutboxMessage {
  const payload = Buffer.from(JSON.stringify(body));
  const id = naturalId(topic.name, key, time.toISOString(), payload.toString());
  const headers = toCloudEventHeaders({ id, type: topic.name, source: '/ingestion', time, subject: key });
  return { topic: topic.name, key, headers, payload };
}

export function slotStateMessage(
  {
    frameId,
    storeId,
    cameraId,
    capturedAt,
  }: Omit<ObservedFrame, 'frameId' | 'modelVersion'> & { frameId: string | null },
  change: Pick<FoldedSlotChange, 'state' | 'previous'>,
) {
  const { slotId, status, since, confidence, visibleFacings } = change.state;
  const body: SlotStateChanged = {
    ...{ slotId, storeId, cameraId, status, previous: change.previous },
    ...{ since: since.toISOString(), confidence, visibleFacings, frameId },
  };
  return post({ topic: TOPICS.slotStateChanged, key: slotId, time: capturedAt, body });
}

export function stockEventMessage({ change, event, decision }: PlannedEvent, at: Date): OutboxMessage {
  const { eventId, kind, storeId, slotId, cameraId, gtin, foreignGtin, confidence, visibleFacings, facings } = event;
  const body: StockEventChanged = {
    ...{ eventId, change, kind, storeId, slotId, cameraId, gtin, foreignGtin },
    since: event.since.toISOString(),
    openedAt: event.openedAt.toISOString(),
    closedAt: event.closedAt?.toISOString() ?? null,
    ...{ confidence, visibleFacings, facings },
    modelVersion: event.modelVersion,
    evidencePictureId: event.evidencePictureId,
    decision:
      decision === undefined
        ? null
        : {
            decisionId: decision.decisionId,
            remedy: decision.remedy,
            rule: decision.rule,
            reason: decision.reason,
            inputs: { ...decision.inputs },
            alternatives: [...decision.alternatives],
          },
  };
  return post({ topic: TOPICS.stockEventChanged, key: slotId, time: at, body });
}

export function reorderMessage(reorder: ReorderEntity): OutboxMessage {
  const { reorderId, idempotencyKey, storeId, gtin, supplierId, quantity, cases, casePack, reason } = reorder;
  const body: ReorderRequested = {
    ...{ reorderId, idempotencyKey, storeId, gtin, supplierId, quantity, cases, casePack, reason },
    eventId: reorder.eventId ?? '',
    requestedAt: reorder.requestedAt.toISOString(),
    expectedAt: reorder.expectedAt?.toISOString() ?? null,
  };
  return post({ topic: TOPICS.reorderRequested, key: `${storeId}/${gtin}`, time: reorder.requestedAt, body });
}

export function reorderApprovedMessage(
  { reorderId, storeId, gtin, requestedAt, quantity, received }: ReorderEntity,
  reason: string,
): OutboxMessage {
  const body: ReorderChanged = {
    ...{ reorderId, storeId, gtin, state: 'APPROVED', previous: 'PROPOSED', reason, quantity, received },
    changedAt: requestedAt.toISOString(),
  };
  return post({ topic: TOPICS.reorderChanged, key: `${storeId}/${gtin}`, time: requestedAt, body });
}

export function cameraHealthMessage(
  { cameraId, storeId }: { cameraId: string; storeId: string },
  faults: readonly CameraFault[],
  since: Date,
): OutboxMessage {
  const action = faults[0] === undefined ? 'Nothing to do: the camera sees well again.' : recommendedAction(faults[0]);
  const body: CameraHealthChanged = {
    ...{ cameraId, storeId, faults: [...faults], since: since.toISOString(), recommendedAction: action },
  };
  return post({ topic: TOPICS.cameraHealthChanged, key: cameraId, time: since, body });
}
