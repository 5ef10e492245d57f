export interface LostSalesInput {
  /** Items a day; null when unknown. */
  dailySales: number | null;
  priceCents: number;
  tradingHoursPerDay: number;
  /** Facings that still show the product. */
  visibleFacings: number;
  facings: number;
}

/**
 * What a gap costs: expected lost sales in cents for each hour that the shop is open. Customers still find the
 * product where facings show it, so that only the missing share counts. Zero when sales are unknown.
 */
export function expectedLostSalesCentsPerHour(input: LostSalesInput): number {
  const { dailySales, priceCents, tradingHoursPerDay, visibleFacings, facings } = input;
  if (dailySales === null || tradingHoursPerDay <= 0 || facings <= 0) return 0;
  const missingShare = 1 - Math.min(visibleFacings, facings) / facings;
  return ((dailySales * priceCents) / tradingHoursPerDay) * missingShare;
}
