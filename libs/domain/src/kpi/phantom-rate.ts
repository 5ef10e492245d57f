import { figureOf, type KpiDefinition, type KpiFigure } from './kpi-figure.js';

export const PHANTOM_RATE: KpiDefinition = {
  id: 'phantomRate',
  name: 'Phantom rate',
  formula: 'out-of-stock events with book stock in the store and none found ÷ out-of-stock events',
  unit: 'share',
  higherIsBetter: false,
  source: 'phantom inventory: DeHoratius & Raman (2008); Gruen & Corsten (2008)',
};

/** What is known of the stock behind one out-of-stock event. */
export interface StockBehindEvent {
  /** Items in the store by the book, shelf and back room; null = not known. */
  bookStock: number | null;
  /** Whether someone who looked found any; null = nobody has looked. */
  found: boolean | null;
}

/** Unit: share, 0..1. Events whose book stock is unknown count in the denominator: they are out of stock all the same. */
export const phantomRate = (events: readonly StockBehindEvent[]): KpiFigure =>
  figureOf(
    events.filter(({ bookStock, found }) => bookStock !== null && bookStock > 0 && found === false).length,
    events.length,
  );
