import { type CameraFault, DEFAULT_POLICY } from '@shelfwatch/domain';
import type { OutboxMessage, StockEventEntity, UnitOfWork } from '@shelfwatch/persistence';
import { decideEvent } from '../apply-rules/decide-event.js';
import { stockEventMessage } from '../apply-rules/outbox-messages.js';
import { proposeOrder } from '../apply-rules/propose-order.js';
import { readShopFacts } from '../apply-rules/shop-facts.js';

/** Routes the open events seen by one camera again, because its faults have changed. @returns messages for the outbox */
export async function redecideEvents(
  unit: UnitOfWork,
  { cameraId, storeId }: { cameraId: string; storeId: string },
  cameraFaults: readonly CameraFault[],
  at: Date,
): Promise<OutboxMessage[]> {
  const view = await unit.cameras.view(cameraId);
  const slotIds = [...new Set((view?.regions ?? []).map(({ slotId }) => slotId))];
  const open = (await unit.stockEvents.openOfSlots(slotIds)).filter((event) => event.cameraId === cameraId);
  if (open.length === 0) return [];
  const facts = await readShopFacts(unit, storeId, gtinsOf(open), at);
  const slots = new Map((await unit.shops.slotsById(slotIds)).map((slot) => [slot.slotId, slot]));
  const current = new Map(
    (await unit.decisions.find(open.flatMap(({ decisionId }) => decisionId ?? []))).map((it) => [it.eventId, it]),
  );

  const messages: OutboxMessage[] = [];
  for (const event of open) {
    const slot = slots.get(event.slotId)!;
    const { decision, reorder } = decideEvent({
      event,
      slot,
      at,
      cameraFaults,
      facts,
      replenishment: facts.policies.get(event.gtin) ?? DEFAULT_POLICY,
    });
    if (decision.rule === current.get(event.eventId)?.rule) continue;
    const decided = { ...event, decisionId: decision.decisionId };
    await unit.stockEvents.record(decided, 'updated', at);
    await unit.decisions.append(decision);
    messages.push(stockEventMessage({ change: 'updated', event: decided, slot, decision, reorder }, at));
    if (reorder !== undefined) messages.push(...(await proposeOrder(unit, reorder)));
  }
  return messages;
}

const gtinsOf = (events: readonly StockEventEntity[]): string[] => [
  ...new Set(events.flatMap(({ gtin, foreignGtin }) => (foreignGtin === null ? [gtin] : [gtin, foreignGtin]))),
];
