import type { StockEvent, StockEventKind } from '../../monitoring/types';
import { formatPlace } from '../place/format-place';

export interface EventFilter {
  kind: StockEventKind | 'all';
  /** Words that must all occur in the product, its GTIN, or the place. */
  text: string;
}

export function filterEvents(events: readonly StockEvent[], { kind, text }: EventFilter): StockEvent[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return events.filter((event) => {
    if (kind !== 'all' && event.kind !== kind) return false;
    const { name, brand, gtin, category } = event.product;
    const haystack = `${name} ${brand} ${gtin} ${category} ${formatPlace(event.place)}`.toLowerCase();
    return words.every((word) => haystack.includes(word));
  });
}
