import {
  type CameraFault,
  type ReorderProposal,
  type ReorderState,
  type ReplenishmentSettings,
  routeStockEvent,
  suppressionAt,
  toRouterInput,
} from '@shelfwatch/domain';
import type { DecisionEntity, ReorderEntity, SlotEntity, StockEventEntity } from '@shelfwatch/persistence';
import { naturalId } from '../messages/natural-id.js';
import type { ShopFacts } from './shop-facts.js';

const DAY_MS = 86_400_000;
const UNSENT: readonly ReorderState[] = ['PROPOSED', 'APPROVED'];

export interface EventToDecide {
  event: StockEventEntity;
  slot: SlotEntity;
  /** Capture time of the frame that asks, so that a replay decides the same; wall time when a person or the books ask. */
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
  const suppression = suppressionAt(facts.expectedGaps, slot, at);
  const openReorders = withoutOwnUnsent(facts.openReorders, event);
  const { decision, proposal } = routeStockEvent(
    toRouterInput({ ...question, suppression, facts: { ...facts, openReorders } }),
  );
  const decisionId = naturalId('decision', event.eventId, decision.rule, at.toISOString());
  return {
    decision: { decisionId, eventId: event.eventId, decidedAt: at, ...decision },
    reorder: proposal === null ? undefined : reorderFor(proposal, question, decisionId, decision.reason),
  };
}

/** What this event asks to order is not on order before somebody has sent it. */
const withoutOwnUnsent = (
  reorders: ShopFacts['openReorders'],
  { eventId }: StockEventEntity,
): ShopFacts['openReorders'] =>
  new Map([...reorders].filter(([, { eventId: by, state }]) => by !== eventId || !UNSENT.includes(state)));

function reorderFor(
  proposal: ReorderProposal,
  { event, at, facts }: EventToDecide,
  decisionId: string,
  reason: string,
): ReorderEntity | undefined {
  const product = facts.products.get(event.gtin);
  const supplier = facts.suppliers.get(product?.supplierId ?? '');
  if (product === undefined || supplier === undefined) return undefined;
  if (proposal.missing.length > 0 || proposal.quantity === 0) return undefined;
  const reorderId = naturalId('reorder', event.storeId, event.gtin, supplier.supplierId, decisionId);
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
    expectedAt: proposal.occasion?.deliveryAt ?? new Date(at.getTime() + supplier.leadTimeDays * DAY_MS),
    changedAt: at,
  };
}
