import type { StockEventKind } from '../../monitoring/types';

interface KindWords {
  /** On a badge. */
  label: string;
  /** Name of the colour family in globals.css. */
  tone: 'red' | 'amber' | 'violet';
}

export const EVENT_KINDS: Readonly<Record<StockEventKind, KindWords>> = {
  'out-of-stock': { label: 'Out of stock', tone: 'red' },
  'low-stock': { label: 'Low', tone: 'amber' },
  misplaced: { label: 'Misplaced', tone: 'violet' },
};
