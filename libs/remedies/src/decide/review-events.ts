import { DEFAULT_POLICY } from '@shelfwatch/domain';
import type { DecisionEntity, OutboxMessage, StockEventEntity, UnitOfWork } from '@shelfwatch/persistence';
import { stockEventMessage } from '../messages/stock-event-message.js';
import { proposeOrder } from '../orders/propose-order.js';
import { decideEvent } from './decide-event.js';
import { readShopFacts } from './shop-facts.js';

/** Why events are looked at again, and who does. */
export interface Review {
  at: Date;
  /** The service that reviews, for instance `/monitoring`. */
  source: string;
}

/**
 * Routes open events of one store again, because the world around them has changed: a camera's faults, an answer from
 * the floor, the books, an order, or simply time. An event whose remedy stays is left as it is. Writes, so call it
 * within a transaction.
 *
 * @returns messages for the outbox
 */
export async function reviewEvents(
  unit: UnitOfWork,
  storeId: string,
  open: readonly StockEventEntity[],
  { at, source }: Review,
): Promise<OutboxMessage[]> {
  if (open.length === 0) return [];
  const [facts, slots, decisions, faults] = await Promise.all([
    readShopFacts(unit, storeId, gtinsOf(open), at),
    unit.shops.slotsById(open.map(({ slotId }) => slotId)),
    unit.decisions.find(open.flatMap(({ decisionId }) => decisionId ?? [])),
    unit.cameraHealth.open([...new Set(open.map(({ cameraId }) => cameraId))]),
  ]);
  const slotOf = new Map(slots.map((slot) => [slot.slotId, slot]));
  const current = new Map(decisions.map((decision) => [decision.eventId, decision]));
  const openReorders = new Map(facts.openReorders);
  const messages: OutboxMessage[] = [];
  for (const event of open) {
    const { decision, reorder } = decideEvent({
      ...{ event, at, slot: slotOf.get(event.slotId)! },
      cameraFaults: faults.filter(({ cameraId }) => cameraId === event.cameraId).map(({ fault }) => fault),
      facts: { ...facts, openReorders },
      replenishment: facts.policies.get(event.gtin) ?? DEFAULT_POLICY,
    });
    if (saysTheSame(decision, current.get(event.eventId))) continue;
    const decided = { ...event, decisionId: decision.decisionId };
    await unit.stockEvents.record(decided, 'updated', at);
    await unit.decisions.append(decision);
    messages.push(stockEventMessage({ change: 'updated', event: decided, decision }, at, source));
    if (reorder === undefined) continue;
    messages.push(...(await proposeOrder(unit, reorder, facts, source)));
    // The next slot of the same product must not be ordered for again.
    openReorders.set(reorder.gtin, reorder);
  }
  return messages;
}

/** The figures in a reason change all the time; when goods are expected matters. */
const saysTheSame = (decision: DecisionEntity, current: DecisionEntity | undefined): boolean =>
  decision.rule === current?.rule && (decision.remedy !== 'ON_ORDER' || decision.reason === current.reason);

const gtinsOf = (events: readonly StockEventEntity[]): string[] => [
  ...new Set(events.flatMap(({ gtin, foreignGtin }) => (foreignGtin === null ? [gtin] : [gtin, foreignGtin]))),
];
