import type { StockEvent, StockEventKind } from '../../monitoring/types';

const RANK: Readonly<Record<StockEventKind, number>> = { 'out-of-stock': 0, misplaced: 1, 'low-stock': 2 };

/** What loses most money first; among equals the emptier, then the older. Each event once. */
export function orderByUrgency(events: readonly StockEvent[]): StockEvent[] {
  const once = [...new Map(events.map((event) => [event.eventId, event])).values()];
  return once.sort(
    (a, b) =>
      b.lostSalesCentsPerHour - a.lostSalesCentsPerHour ||
      RANK[a.kind] - RANK[b.kind] ||
      a.since.localeCompare(b.since) ||
      a.eventId.localeCompare(b.eventId),
  );
}
