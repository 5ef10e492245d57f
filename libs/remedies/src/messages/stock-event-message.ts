import { type StockEventChanged, TOPICS } from '@shelfwatch/contracts';
import type { DecisionEntity, OutboxMessage, StockEventChangeKind, StockEventEntity } from '@shelfwatch/persistence';
import { post } from './post.js';

export interface ChangedEvent {
  change: StockEventChangeKind;
  /** As it stands after the change. */
  event: StockEventEntity;
  /** Made with this change; `undefined` leaves the one that holds. */
  decision?: DecisionEntity | undefined;
}

/** Tells the stream what became of a stock event. */
export function stockEventMessage({ change, event, decision }: ChangedEvent, at: Date, source: string): OutboxMessage {
  const { eventId, kind, storeId, slotId, cameraId, gtin, foreignGtin, confidence, visibleFacings, facings } = event;
  const body: StockEventChanged = {
    ...{ eventId, change, kind, storeId, slotId, cameraId, gtin, foreignGtin },
    since: event.since.toISOString(),
    openedAt: event.openedAt.toISOString(),
    closedAt: event.closedAt?.toISOString() ?? null,
    ...{ confidence, visibleFacings, facings },
    modelVersion: event.modelVersion,
    evidencePictureId: event.evidencePictureId,
    decision: decision === undefined ? null : toDecisionBody(decision),
  };
  return post({ topic: TOPICS.stockEventChanged, key: slotId, time: at, body, source });
}

const toDecisionBody = ({
  decisionId,
  remedy,
  rule,
  reason,
  inputs,
  alternatives,
}: DecisionEntity): NonNullable<StockEventChanged['decision']> => ({
  ...{ decisionId, remedy, rule, reason },
  inputs: { ...inputs },
  alternatives: [...alternatives],
});
