/** Demand and supply of one product in one store. */
export interface DemandAndLeadTime {
  /** Mean demand, items a day. */
  dailySales: number;
  /** Its standard deviation, items. */
  dailySalesStd: number;
  /** Mean time from order to arrival, days. */
  leadTimeDays: number;
  /** Its standard deviation, days. */
  leadTimeStdDays: number;
  /** Days between two occasions to order; 0 = continuous review. */
  reviewDays: number;
}

/**
 * Stock held against demand and lead time being worse than their means: `z · √((L+R)·σd² + d²·σL²)`, items.
 *
 * @param z standard normal quantile of the service level, for instance 1.65 for 95 %
 */
export function safetyStock(input: DemandAndLeadTime, z: number): number {
  const { dailySales, dailySalesStd, leadTimeDays, leadTimeStdDays, reviewDays } = input;
  const demandVariance = (leadTimeDays + reviewDays) * dailySalesStd ** 2;
  const leadTimeVariance = (dailySales * leadTimeStdDays) ** 2;
  return z * Math.sqrt(demandVariance + leadTimeVariance);
}

/** Inventory position at or under which to order: expected demand until the next delivery plus safety stock, items. */
export const reorderPoint = (input: DemandAndLeadTime, z: number): number =>
  input.dailySales * (input.leadTimeDays + input.reviewDays) + safetyStock(input, z);
