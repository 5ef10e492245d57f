import {
  type CameraFault,
  type ReorderProposal,
  type ReplenishmentSettings,
  routeStockEvent,
  toRouterInput,
} from '@shelfwatch/domain';
import type { DecisionEntity, ReorderEntity, SlotEntity, StockEventEntity } from '@shelfwatch/persistence';
import { naturalId } from './natural-id.js';
import { type ShopFacts, suppressionOf } from './shop-facts.js';

const DAY_MS = 86_400_000;

export interface EventToDecide {
  event: StockEventEntity;
  slot: SlotEntity;
  /** Capture time of the frame that asks; event times, not wall time, so that a replay decides the same. */
  at: Date;
  /** Open faults of the camera that sees the slot. */
  cameraFaults: readonly CameraFault[];
  facts: ShopFacts;
  replenishment: ReplenishmentSettings;
}

export interface DecidedEvent {
  decision: DecisionEntity;
  /** To be proposed, where the remedy is an order and no figure is missing. */
  reorder: ReorderEntity | undefined;
}

/** Routes one event to its remedy, with what the books say now. Pure. */
export function decideEvent(question: EventToDecide): DecidedEvent {
  const { event, slot, at, facts } = question;
  const suppression = suppressionOf(facts, slot) ?? null;
  const { decision, proposal } = routeStockEvent(toRouterInput({ ...question, suppression }));
  const decisionId = naturalId('decision', event.eventId, decision.rule, at.toISOString());
  return {
    decision: { decisionId, eventId: event.eventId, decidedAt: at, ...decision },
    reorder: proposal === null ? undefined : reorderFor(proposal, question, decision.reason),
  };
}

function reorderFor(
  proposal: ReorderProposal,
  { event, at, facts }: EventToDecide,
  reason: string,
): ReorderEntity | undefined {
  const product = facts.products.get(event.gtin);
  const supplier = facts.suppliers.get(product?.supplierId ?? '');
  if (product === undefined || supplier === undefined) return undefined;
  if (proposal.missing.length > 0 || proposal.quantity === 0) return undefined;
  const reorderId = naturalId('reorder', event.storeId, event.gtin, supplier.supplierId, event.eventId);
  return {
    reorderId,
    idempotencyKey: reorderId,
    storeId: event.storeId,
    gtin: event.gtin,
    supplierId: supplier.supplierId,
    eventId: event.eventId,
    quantity: proposal.quantity,
    received: 0,
    cases: proposal.cases,
    casePack: product.casePack,
    state: 'PROPOSED',
    reason,
    requestedAt: at,
    expectedAt: new Date(at.getTime() + supplier.leadTimeDays * DAY_MS),
    changedAt: at,
  };
}
