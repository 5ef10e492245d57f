import type { StockEventBody } from '@shelfwatch/contracts';
import type {
  DecisionEntity,
  FloorAnswerEntity,
  ReorderEntity,
  StockEventEntity,
  UnitOfWork,
} from '@shelfwatch/persistence';
import { toReorderSummary } from '../reorders/describe-reorders.js';
import { toAnswerBody } from './describe-answer.js';
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
  const [words, decisions, answers, reorders] = await Promise.all([
    ShopWords.load(
      unit,
      events.map(({ slotId }) => slotId),
      gtins,
    ),
    unit.decisions.find(decisionIds),
    unit.floorAnswers.ofEvents(events.map(({ eventId }) => eventId)),
    Promise.all(storeIds.map((storeId) => unit.reorders.openOf(storeId, gtins))),
  ]);
  const decisionOf = new Map(decisions.map((decision) => [decision.decisionId, decision]));
  const reorderOf = new Map(reorders.flat().map((reorder) => [`${reorder.storeId}/${reorder.gtin}`, reorder]));
  const answerOf = new Map(answers.map((answer) => [answer.eventId, answer]));
  return events.map((event) => {
    const found = {
      decision: decisionOf.get(event.decisionId ?? ''),
      reorder: reorderOf.get(`${event.storeId}/${event.gtin}`),
      answer: answerOf.get(event.eventId),
    };
    return toBody(event, words, found, now);
  });
}

function toBody(
  event: StockEventEntity,
  words: ShopWords,
  found: {
    decision: DecisionEntity | undefined;
    reorder: ReorderEntity | undefined;
    answer: FloorAnswerEntity | undefined;
  },
  now: Date,
): StockEventBody {
  const { decision, reorder, answer } = found;
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
    answer: answer === undefined ? null : toAnswerBody(answer),
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
