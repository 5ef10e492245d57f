import { DEFAULT_POLICY } from '@shelfwatch/domain';
import type {
  DecisionEntity,
  ReorderEntity,
  SlotEntity,
  StockEventChangeKind,
  StockEventEntity,
} from '@shelfwatch/persistence';
import { decideEvent, type ShopFacts } from '@shelfwatch/remedies';
import type { FoldedSlotChange } from './fold-slots.js';
import { toEventEntity } from './to-event-entity.js';

/** One change of an event, with all that is stored and published with it. */
export interface PlannedEvent {
  change: StockEventChangeKind;
  event: StockEventEntity;
  slot: SlotEntity;
  /** As it was read before; `undefined` for one that opens. */
  before: StockEventEntity | undefined;
  /** Made now; `undefined` leaves the one that holds. */
  decision: DecisionEntity | undefined;
  reorder: ReorderEntity | undefined;
}

/**
 * Turns what the slots' new looks mean into rows: events with their urgency, one decision for each that opens or becomes
 * another, and the orders that follow. Pure.
 */
export function planEvents(
  changes: readonly FoldedSlotChange[],
  openEvents: readonly StockEventEntity[],
  facts: ShopFacts,
  at: Date,
): PlannedEvent[] {
  const openReorders = new Map(facts.openReorders);
  return changes.flatMap(({ observed, facts: eventFacts }) =>
    eventFacts.map(({ change, event }): PlannedEvent => {
      const { slot } = observed;
      const before = openEvents.find(({ eventId }) => eventId === event.eventId);
      const entity = toEventEntity(event, slot, facts, before);
      if (!needsDecision(change, entity, before))
        return { change, event: entity, slot, before, decision: undefined, reorder: undefined };
      const question = { event: entity, slot, at, cameraFaults: [], facts: { ...facts, openReorders } };
      const { decision, reorder } = decideEvent({
        ...question,
        replenishment: facts.policies.get(entity.gtin) ?? DEFAULT_POLICY,
      });
      // The next slot of the same product must not be ordered for again.
      if (reorder !== undefined) openReorders.set(reorder.gtin, reorder);
      return { change, event: { ...entity, decisionId: decision.decisionId }, slot, before, decision, reorder };
    }),
  );
}

/** A facing more or less changes nothing about what to do; another foreign product does. */
const needsDecision = (
  change: StockEventChangeKind,
  event: StockEventEntity,
  before: StockEventEntity | undefined,
): boolean => change === 'opened' || (change === 'updated' && event.foreignGtin !== before?.foreignGtin);
