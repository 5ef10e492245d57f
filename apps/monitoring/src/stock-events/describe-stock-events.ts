import type { StockEventBody } from '@shelfwatch/contracts';
import type { DecisionEntity, ReorderEntity, StockEventEntity, UnitOfWork } from '@shelfwatch/persistence';
import { toReorderSummary } from '../reorders/describe-reorders.js';
import { isoOrNull, pictureUrl, ShopWords } from '../shelf-words/describe-shop.js';

/** Everything that a person needs to see about events, with one query for each kind of thing. */
export async function describeStockEvents(
  unit: UnitOfWork,
  events: readonly StockEventEntity[],
  now: Date,
): Promise<StockEventBody[]> {
  const gtins = events.flatMap(({ gtin, foreignGtin }) => (foreignGtin === null ? [gtin] : [gtin, foreignGtin]));
  const decisionIds = events.flatMap(({ decisionId }) => decisionId ?? []);
  const storeIds = [...new Set(events.map(({ storeId }) => storeId))];
  const [words, decisions, reorders] = await Promise.all([
    ShopWords.load(
      unit,
      events.map(({ slotId }) => slotId),
      gtins,
    ),
    unit.decisions.find(decisionIds),
    Promise.all(storeIds.map((storeId) => unit.reorders.openOf(storeId, gtins))),
  ]);
  const decisionOf = new Map(decisions.map((decision) => [decision.decisionId, decision]));
  const reorderOf = new Map(reorders.flat().map((reorder) => [`${reorder.storeId}/${reorder.gtin}`, reorder]));
  return events.map((event) =>
    toBody(event, words, decisionOf.get(event.decisionId ?? ''), reorderOf.get(`${event.storeId}/${event.gtin}`), now),
  );
}

function toBody(
  event: StockEventEntity,
  words: ShopWords,
  decision: DecisionEntity | undefined,
  reorder: ReorderEntity | undefined,
  now: Date,
): StockEventBody {
  const { eventId, kind, status, confidence, visibleFacings, facings, modelVersion } = event;
  return {
    ...{ eventId, kind, status, confidence, visibleFacings, facings, modelVersion },
    product: words.product(event.gtin),
    foreignProduct: event.foreignGtin === null ? null : words.product(event.foreignGtin),
    place: words.place(event.slotId, event.cameraId),
    since: event.since.toISOString(),
    openedAt: event.openedAt.toISOString(),
    closedAt: isoOrNull(event.closedAt),
    ageSeconds: Math.max(0, ((event.closedAt ?? now).getTime() - event.since.getTime()) / 1000),
    evidenceUrl: pictureUrl(event.evidencePictureId),
    lostSalesCentsPerHour: event.urgencyCentsPerHour,
    decision: decision === undefined ? null : toDecisionBody(decision),
    reorder: reorder === undefined ? null : toReorderSummary(reorder),
  };
}

const toDecisionBody = ({
  decisionId,
  remedy,
  rule,
  reason,
  inputs,
  alternatives,
}: DecisionEntity): NonNullable<StockEventBody['decision']> => ({
  ...{ decisionId, remedy, rule, reason },
  inputs: { ...inputs },
  alternatives: [...alternatives],
});
