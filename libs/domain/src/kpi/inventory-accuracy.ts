import { figureOf, type KpiDefinition, type KpiFigure } from './kpi-figure.js';

/** How far book and count may differ and still be taken as right: the larger of the two. */
export interface AccuracyTolerance {
  /** Items, ≥ 0. */
  items: number;
  /** Share of the counted stock, 0..1. */
  share: number;
}

/** Exact match: the strict reading, which 35 % (DeHoratius & Raman 2008) to 51 % (Kang & Gershwin 2005) of records meet. */
export const EXACT_MATCH: AccuracyTolerance = { items: 0, share: 0 };

/** What is printed where nothing else is said: three items, or a tenth of the stock. */
export const DEFAULT_TOLERANCE: AccuracyTolerance = { items: 3, share: 0.1 };

export const INVENTORY_ACCURACY: KpiDefinition = {
  id: 'inventoryAccuracy',
  name: 'Inventory accuracy',
  formula: 'records with |book − counted| ≤ tolerance ÷ records counted; tolerance = max(items, share × counted)',
  unit: 'share',
  higherIsBetter: true,
  source:
    'cycle-count accuracy with tolerance (APICS); without one: DeHoratius & Raman, Management Science 54(4), 2008',
};

export const INVENTORY_EXACT: KpiDefinition = {
  ...INVENTORY_ACCURACY,
  id: 'inventoryExact',
  name: 'Inventory accuracy (exact match)',
  formula: 'records with book = counted ÷ records counted',
};

export const toleranceText = ({ items, share }: AccuracyTolerance): string => `${items} items or ${share * 100} %`;

/** The formula with its tolerance in figures: without them, an accuracy means nothing. */
export const accuracyFormula = ({ items, share }: AccuracyTolerance): string =>
  `records with |book − counted| ≤ max(${items} items, ${share * 100} % of the count) ÷ records counted`;

/** One record of a store and product: what the book said when somebody counted. Items. */
export interface CountedRecord {
  book: number;
  counted: number;
}

/** Whether the book is right within the tolerance. */
export const isAccurate = ({ book, counted }: CountedRecord, { items, share }: AccuracyTolerance): boolean =>
  Math.abs(book - counted) <= Math.max(items, share * counted);

/** Unit: share of records, 0..1. */
export const inventoryAccuracy = (records: readonly CountedRecord[], tolerance: AccuracyTolerance): KpiFigure =>
  figureOf(records.filter((record) => isAccurate(record, tolerance)).length, records.length);
