import { type OrderPolicy, orderQuantity } from './order-quantity.js';
import { nextOccasion, type OrderOccasion, type ReviewCalendar } from './review-calendar.js';
import type { CaseRounding } from './round-to-cases.js';
import { reorderPoint, safetyStock } from './safety-stock.js';
import { zForServiceLevel } from './service-level.js';

/** (s,S), (R,Q), or up to S at each occasion to order. */
export const REPLENISHMENT_POLICIES = ['s-S', 'R-Q', 'order-up-to'] as const;
export type ReplenishmentPolicyKind = (typeof REPLENISHMENT_POLICIES)[number];

/** Rules of a shop for its orders. */
export interface ReplenishmentSettings {
  /** Left out: (R,Q) where there is a `fixedLot`, else (s,S). */
  policy?: ReplenishmentPolicyKind;
  /** Share of order cycles that should end without a stock-out, 0..1. */
  serviceLevel: number;
  /** Days between two occasions to order; 0 = any time. A calendar takes its place. */
  reviewDays: number;
  /** For (s,S): how many days of sales an order should last beyond the reorder point. */
  coverDays: number;
  /** For (R,Q): items in a lot; null = use (s,S). */
  fixedLot: number | null;
  rounding: CaseRounding;
  /** Set by hand, items; null or left out = computed from sales and lead time. */
  reorderPoint?: number | null;
  /** S set by hand, items; null or left out = computed. */
  orderUpToLevel?: number | null;
  /** When the supplier takes orders and brings goods; null or left out = any day. */
  calendar?: ReviewCalendar | null;
  /** Instead of the supplier's. */
  minimumOrderCases?: number | null;
  palletLayerCases?: number | null;
  /** Items of the product that the back room can hold; null or left out = not known. */
  backroomCapacity?: number | null;
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
  /** Items that take up room or will; left out = `position`. */
  occupied?: number;
  dailySales: number | null;
  dailySalesStd: number | null;
  casePack: number;
  supplier: { leadTimeDays: number; leadTimeStdDays: number; minimumOrderCases: number } | null;
  /** Items that the product's slots hold when full. */
  shelfCapacity: number;
  /** Items that shelf and back room can hold; null when unknown. */
  storeCapacity: number | null;
  /** Needed with a calendar. */
  now?: Date;
}

export interface ReorderProposal {
  /** Whether the position calls for an order: at or under the reorder point, for order-up-to under the level. */
  due: boolean;
  cases: number;
  quantity: number;
  boundBy: 'capacity' | 'minimum-order' | null;
  position: number;
  reorderPoint: number;
  safetyStock: number;
  /** With a calendar: until when to order, and when the goods come; null without. */
  occasion: OrderOccasion | null;
  /** Figures that are missing: with any, the proposal is advice for a person, not an order. */
  missing: string[];
}

/** Whether and how much to order. Missing figures are replaced by cautious ones and named. */
export function proposeReorder(input: ReplenishmentInput, settings: ReplenishmentSettings): ReorderProposal {
  const { position, casePack, supplier } = input;
  const occasion = occasionOf(input, settings);
  const demand = {
    dailySales: input.dailySales ?? 0,
    // Items are bought one by one: without a measured spread, Poisson's is the natural guess.
    dailySalesStd: input.dailySalesStd ?? Math.sqrt(input.dailySales ?? 0),
    leadTimeDays: occasion?.leadTimeDays ?? supplier?.leadTimeDays ?? 0,
    leadTimeStdDays: supplier?.leadTimeStdDays ?? 0,
    reviewDays: occasion?.reviewDays ?? settings.reviewDays,
  };
  const z = zForServiceLevel(settings.serviceLevel);
  const computed = input.dailySales === null ? 0 : reorderPoint(demand, z);
  const point = settings.reorderPoint ?? computed;
  const policy = policyFor(input, point, settings);
  const due =
    settings.policy === 'order-up-to' && policy.kind === 'order-up-to' ? position < policy.level : position <= point;
  const order = orderQuantity({
    position,
    reorderPoint: point,
    policy,
    casePack,
    rounding: settings.rounding,
    minimumOrderCases: settings.minimumOrderCases ?? supplier?.minimumOrderCases ?? 1,
    capacity: capacityOf(input, settings),
    occupied: input.occupied ?? position,
    palletLayerCases: settings.palletLayerCases ?? null,
  });
  const ordered = due ? order : ({ cases: 0, quantity: 0, boundBy: null } as const);
  const stock = input.dailySales === null ? 0 : safetyStock(demand, z);
  const missing = missingOf(input, settings);
  return { due, ...ordered, position, reorderPoint: point, safetyStock: stock, occasion, missing };
}

function occasionOf({ now, supplier }: ReplenishmentInput, { calendar }: ReplenishmentSettings): OrderOccasion | null {
  if (calendar === null || calendar === undefined || now === undefined) return null;
  return nextOccasion(now, calendar, supplier?.leadTimeDays ?? 0);
}

/** Sales are not missed where somebody has set the levels by hand. */
function missingOf(input: ReplenishmentInput, settings: ReplenishmentSettings): string[] {
  const isSet = (level: number | null | undefined): boolean => level !== null && level !== undefined;
  const kind = settings.policy ?? (settings.fixedLot === null ? 's-S' : 'R-Q');
  const needsPoint = kind !== 'order-up-to' && !isSet(settings.reorderPoint);
  const needsLevel = kind !== 'R-Q' && !isSet(settings.orderUpToLevel);
  return [
    ...(input.dailySales === null && (needsPoint || needsLevel) ? ['daily sales'] : []),
    ...(input.supplier === null ? ['supplier and lead time'] : []),
    ...(kind === 'R-Q' && settings.fixedLot === null ? ['lot size'] : []),
  ];
}

function capacityOf(
  { storeCapacity, shelfCapacity }: ReplenishmentInput,
  { backroomCapacity }: ReplenishmentSettings,
): number | null {
  if (storeCapacity !== null || backroomCapacity === null || backroomCapacity === undefined) return storeCapacity;
  return shelfCapacity + backroomCapacity;
}

function policyFor(input: ReplenishmentInput, point: number, settings: ReplenishmentSettings): OrderPolicy {
  const { policy, fixedLot, orderUpToLevel } = settings;
  if (fixedLot !== null && (policy === undefined || policy === 'R-Q')) return { kind: 'fixed-lot', lot: fixedLot };
  if (orderUpToLevel !== null && orderUpToLevel !== undefined) return { kind: 'order-up-to', level: orderUpToLevel };
  // Without sales figures the one sensible level is a full shelf.
  if (input.dailySales === null) return { kind: 'order-up-to', level: input.shelfCapacity };
  // Ordering at every occasion, the level need only last until the next delivery but one: that is the reorder point.
  if (policy === 'order-up-to') return { kind: 'order-up-to', level: point };
  return { kind: 'order-up-to', level: point + Math.max(1, input.dailySales * settings.coverDays) };
}
