import type { KpiDefinition } from './kpi-figure.js';

export const LOST_SALES: KpiDefinition = {
  id: 'lostSales',
  name: 'Lost sales (expected)',
  formula: 'Σ hours out of stock while open × items sold an hour × price',
  unit: 'cents',
  higherIsBetter: false,
  source: 'Gruen & Corsten, A Comprehensive Guide to Retail Out-of-Stock Reduction (2008); no substitution assumed',
};

/** One gap. */
export interface Gap {
  /** While the store was open. */
  hours: number;
  /** Items an open hour; null when unknown. */
  salesPerHour: number | null;
  priceCents: number;
}

export interface LostSales {
  cents: number;
  /** Gaps whose sales rate is unknown: they add nothing to `cents`. */
  gapsWithoutRate: number;
}

/** Upper bound of what gaps cost, cents: some customers come back or take another product. */
export const lostSales = (gaps: readonly Gap[]): LostSales => ({
  cents: gaps.reduce((sum, { hours, salesPerHour, priceCents }) => sum + hours * (salesPerHour ?? 0) * priceCents, 0),
  gapsWithoutRate: gaps.filter(({ salesPerHour }) => salesPerHour === null).length,
});
