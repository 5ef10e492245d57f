import { expectedLostSalesCentsPerHour, type StockEvent } from '@shelfwatch/domain';
import type { SlotEntity, StockEventEntity } from '@shelfwatch/persistence';
import type { ShopFacts } from '@shelfwatch/remedies';

/** The event as it is stored: what the rules say, what it costs, and what was noted about it before. */
export function toEventEntity(
  event: StockEvent,
  slot: Pick<SlotEntity, 'facings'>,
  facts: ShopFacts,
  before: StockEventEntity | undefined,
): StockEventEntity {
  const isOpen = event.status === 'open';
  return {
    ...event,
    foreignGtin: event.foreignGtin ?? null,
    closedAt: event.closedAt ?? null,
    facings: slot.facings,
    evidencePictureId: before?.evidencePictureId ?? null,
    decisionId: before?.decisionId ?? null,
    backroomFound: before?.backroomFound ?? null,
    urgencyCentsPerHour: isOpen ? urgencyOf(event, slot, facts) : (before?.urgencyCentsPerHour ?? 0),
  };
}

const urgencyOf = (event: StockEvent, { facings }: Pick<SlotEntity, 'facings'>, facts: ShopFacts): number =>
  expectedLostSalesCentsPerHour({
    dailySales: facts.stock.get(event.gtin)?.dailySales ?? null,
    priceCents: facts.products.get(event.gtin)?.priceCents ?? 0,
    tradingHoursPerDay: facts.store?.tradingHoursPerDay ?? 12,
    visibleFacings: event.visibleFacings,
    facings,
  });
