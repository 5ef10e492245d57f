import {
  DEFAULT_FILTER_SETTINGS,
  DEFAULT_POLICY,
  type ExpectedGaps,
  type FilterSettings,
  type Gtin,
  type PolicyChoices,
  type ReplayedSlot,
  replaySlot,
  routeStockEvent,
  type StockEvent,
  type StockEventFact,
  type StoredObservation,
  suppressionAt,
  toRouterInput,
} from '@shelfwatch/domain';
import type { SlotEntity } from '@shelfwatch/persistence';
import { bookFactsAt, type ReplayWorld } from './replay-world.js';

const DAY_MS = 86_400_000;

/** The rules to play with. */
export interface RuleSettings {
  filter: Partial<FilterSettings>;
  lowShare?: number;
  replenishment: PolicyChoices;
  expectedGaps: ExpectedGaps;
}

export interface PlayedEvent {
  slotId: string;
  kind: StockEvent['kind'];
  from: Date;
  to: Date | null;
  event: StockEvent;
  remedy: string;
  order: { items: number; valueCents: number } | undefined;
}

/** Plays the observations of all slots through the rules; events in the order in which they opened, each with its remedy. Pure. */
export function playRules(
  world: ReplayWorld,
  observations: ReadonlyMap<string, readonly StoredObservation[]>,
  rules: RuleSettings,
): PlayedEvent[] {
  const filter = { ...DEFAULT_FILTER_SETTINGS, ...rules.filter };
  const slotOf = new Map(world.slots.map((slot) => [slot.slotId, slot]));
  const facts = world.slots.flatMap((slot) =>
    replaySlot(asPlayed(slot, rules.lowShare), observations.get(slot.slotId) ?? [], filter),
  );
  const closedAt = new Map(
    facts.flatMap(({ change, event }) => (change === 'closed' ? [[event.eventId, event.closedAt!]] : [])),
  );
  const opened = facts.filter(({ change }) => change === 'opened').sort(byOpening);
  const openReorders = new Map<string, { state: 'PROPOSED'; quantity: number; expectedAt: Date }>();
  return opened.map(({ event }) => {
    const at = event.openedAt;
    for (const [gtin, { expectedAt }] of openReorders) if (expectedAt <= at) openReorders.delete(gtin);
    const slot = slotOf.get(event.slotId)!;
    const { decision, proposal } = routeStockEvent(
      toRouterInput({
        event: { ...event, foreignGtin: event.foreignGtin ?? null, backroomFound: null },
        ...{ slot, at },
        cameraFaults: [],
        suppression: suppressionAt(rules.expectedGaps, slot, at),
        facts: bookFactsAt(world, event.gtin, at, openReorders),
        replenishment: { ...(world.policies.get(event.gtin) ?? DEFAULT_POLICY), ...rules.replenishment },
      }),
    );
    const quantity = proposal === null || proposal.missing.length > 0 ? 0 : proposal.quantity;
    if (quantity > 0) openReorders.set(event.gtin, { state: 'PROPOSED', quantity, expectedAt: arrival(world, event) });
    const valueCents = quantity * (world.products.get(event.gtin)?.priceCents ?? 0);
    return {
      ...{ slotId: event.slotId, kind: event.kind, from: event.since, to: closedAt.get(event.eventId) ?? null },
      ...{ event, remedy: decision.remedy },
      order: quantity > 0 ? { items: quantity, valueCents } : undefined,
    };
  });
}

const asPlayed = (slot: SlotEntity, lowShare: number | undefined): ReplayedSlot => ({
  ...{ storeId: slot.storeId, slotId: slot.slotId, gtin: slot.gtin as Gtin, facings: slot.facings },
  lowFacings:
    lowShare === undefined ? slot.lowFacings : Math.min(slot.facings - 1, Math.floor(slot.facings * lowShare)),
});

/** When goods that are ordered as the event opens are on the shelf again. */
function arrival({ products, suppliers }: ReplayWorld, { gtin, openedAt }: StockEvent): Date {
  const supplier = suppliers.get(products.get(gtin)?.supplierId ?? '');
  return new Date(openedAt.getTime() + (supplier?.leadTimeDays ?? 0) * DAY_MS);
}

const byOpening = (a: StockEventFact, b: StockEventFact): number =>
  a.event.openedAt.getTime() - b.event.openedAt.getTime() || (a.event.eventId < b.event.eventId ? -1 : 1);
