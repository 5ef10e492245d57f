import { type OrderPolicy, orderQuantity } from './order-quantity.js';
import type { CaseRounding } from './round-to-cases.js';
import { reorderPoint, safetyStock } from './safety-stock.js';
import { zForServiceLevel } from './service-level.js';

/** Rules of a shop for its orders. */
export interface ReplenishmentSettings {
  /** Share of order cycles that should end without a stock-out, 0..1. */
  serviceLevel: number;
  /** Days between two occasions to order; 0 = any time. */
  reviewDays: number;
  /** For (s,S): how many days of sales an order should last beyond the reorder point. */
  coverDays: number;
  /** For (R,Q): items in a lot; null = use (s,S). */
  fixedLot: number | null;
  rounding: CaseRounding;
}

export const DEFAULT_REPLENISHMENT: ReplenishmentSettings = {
  serviceLevel: 0.95,
  reviewDays: 1,
  coverDays: 5,
  fixedLot: null,
  rounding: 'UP',
};

/** What is known of a product in a store; null = not known. */
export interface ReplenishmentInput {
  /** Items on hand and on order, less reserved. */
  position: number;
  dailySales: number | null;
  dailySalesStd: number | null;
  casePack: number;
  supplier: { leadTimeDays: number; leadTimeStdDays: number; minimumOrderCases: number } | null;
  /** Items that the product's slots hold when full. */
  shelfCapacity: number;
  /** Items that shelf and back room can hold; null when unknown. */
  storeCapacity: number | null;
}

export interface ReorderProposal {
  /** Whether the position is at or under the reorder point. */
  due: boolean;
  cases: number;
  quantity: number;
  boundBy: 'capacity' | 'minimum-order' | null;
  position: number;
  reorderPoint: number;
  safetyStock: number;
  /** Figures that are missing: with any, the proposal is advice for a person, not an order. */
  missing: string[];
}

/** Whether and how much to order. Missing figures are replaced by cautious ones and named. */
export function proposeReorder(input: ReplenishmentInput, settings: ReplenishmentSettings): ReorderProposal {
  const { position, casePack, supplier } = input;
  const missing = [
    ...(input.dailySales === null ? ['daily sales'] : []),
    ...(supplier === null ? ['supplier and lead time'] : []),
  ];
  const demand = {
    dailySales: input.dailySales ?? 0,
    // Items are bought one by one: without a measured spread, Poisson's is the natural guess.
    dailySalesStd: input.dailySalesStd ?? Math.sqrt(input.dailySales ?? 0),
    leadTimeDays: supplier?.leadTimeDays ?? 0,
    leadTimeStdDays: supplier?.leadTimeStdDays ?? 0,
    reviewDays: settings.reviewDays,
  };
  const z = zForServiceLevel(settings.serviceLevel);
  const point = input.dailySales === null ? 0 : reorderPoint(demand, z);
  const due = position <= point;
  const order = orderQuantity({
    position,
    reorderPoint: point,
    policy: policyFor(input, point, settings),
    casePack,
    rounding: settings.rounding,
    minimumOrderCases: supplier?.minimumOrderCases ?? 1,
    capacity: input.storeCapacity,
  });
  const ordered = due ? order : ({ cases: 0, quantity: 0, boundBy: null } as const);
  const stock = input.dailySales === null ? 0 : safetyStock(demand, z);
  return { due, ...ordered, position, reorderPoint: point, safetyStock: stock, missing };
}

function policyFor(input: ReplenishmentInput, point: number, settings: ReplenishmentSettings): OrderPolicy {
  if (settings.fixedLot !== null) return { kind: 'fixed-lot', lot: settings.fixedLot };
  // Without sales figures the one sensible level is a full shelf.
  const level =
    input.dailySales === null ? input.shelfCapacity : point + Math.max(1, input.dailySales * settings.coverDays);
  return { kind: 'order-up-to', level };
}
