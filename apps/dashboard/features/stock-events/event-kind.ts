import type { StockEventKind } from '../../monitoring/types';

interface KindWords {
  /** On a badge. */
  label: string;
  /** Name of the colour family in globals.css. */
  tone: 'red' | 'amber' | 'violet';
  /** What someone says who sees that it is not so. */
  denial: string;
}

export const EVENT_KINDS: Readonly<Record<StockEventKind, KindWords>> = {
  'out-of-stock': { label: 'Out of stock', tone: 'red', denial: 'Not out of stock' },
  'low-stock': { label: 'Low', tone: 'amber', denial: 'Not low' },
  misplaced: { label: 'Misplaced', tone: 'violet', denial: 'Not misplaced' },
};
