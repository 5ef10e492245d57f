import type { CameraFault } from '../camera-health/camera-health.js';
import type { ReplenishmentSettings } from '../replenishment/propose-reorder.js';
import type { ReorderState } from '../replenishment/reorder.js';
import type { StockEventKind } from '../stock-event/stock-event.js';

/** Book stock of the product in the store, items. */
export interface StockFigures {
  backroom: number;
  shelf: number;
  reserved: number;
  onOrder: number;
  onOrderExpectedAt: Date | null;
  /** Items a day; null when unknown. */
  dailySales: number | null;
  dailySalesStd: number | null;
}

/** Everything that the router looks at; null = not known or none. */
export interface RouterInput {
  event: {
    kind: StockEventKind;
    since: Date;
    visibleFacings: number;
    facings: number;
    /** Items that the product's slots hold when full. */
    capacity: number;
  };
  now: Date;
  product: { gtin: string; name: string; casePack: number };
  /** Open faults of the camera that sees the slot. */
  cameraFaults: readonly CameraFault[];
  /** The window that covers the slot now. */
  suppression: { reason: string; endsAt: Date } | null;
  /** What was seen instead, for `misplaced`; `name` is null for a product that the catalogue lacks. */
  foreign: { gtin: string | null; name: string | null } | null;
  stock: StockFigures | null;
  /** What someone who looked in the back room answered; null = nobody has. */
  backroomFound: boolean | null;
  /** The open reorder of the product in this store. */
  openReorder: { state: ReorderState; quantity: number; expectedAt: Date | null } | null;
  supplier: { name: string; leadTimeDays: number; leadTimeStdDays: number; minimumOrderCases: number } | null;
  replenishment: ReplenishmentSettings;
}

/** What the books of a store say about some products, by GTIN. */
export interface BookFacts {
  products: ReadonlyMap<string, { name: string; casePack: number; supplierId: string }>;
  /** By supplier. */
  suppliers: ReadonlyMap<string, NonNullable<RouterInput['supplier']>>;
  stock: ReadonlyMap<string, StockFigures>;
  openReorders: ReadonlyMap<string, NonNullable<RouterInput['openReorder']>>;
  /** Items that all slots of a product hold when full. */
  shelfCapacity: ReadonlyMap<string, number>;
}

/** An event that asks for a remedy, and what is known around it. */
export interface RouterQuestion {
  event: {
    kind: StockEventKind;
    since: Date;
    gtin: string;
    foreignGtin: string | null;
    visibleFacings: number;
    backroomFound: boolean | null;
  };
  slot: { facings: number; capacity: number };
  at: Date;
  cameraFaults: readonly CameraFault[];
  suppression: RouterInput['suppression'];
  facts: BookFacts;
  replenishment: ReplenishmentSettings;
}

/** Looks up in the books what the router wants to know about one event. */
export function toRouterInput(question: RouterQuestion): RouterInput {
  const { event, slot, at, cameraFaults, suppression, facts, replenishment } = question;
  const product = facts.products.get(event.gtin);
  const foreign = event.foreignGtin === null ? undefined : facts.products.get(event.foreignGtin);
  return {
    event: {
      kind: event.kind,
      since: event.since,
      visibleFacings: event.visibleFacings,
      facings: slot.facings,
      capacity: facts.shelfCapacity.get(event.gtin) ?? slot.capacity,
    },
    now: at,
    product: { gtin: event.gtin, name: product?.name ?? event.gtin, casePack: product?.casePack ?? 1 },
    cameraFaults,
    suppression,
    foreign: event.kind === 'misplaced' ? { gtin: event.foreignGtin, name: foreign?.name ?? null } : null,
    stock: facts.stock.get(event.gtin) ?? null,
    backroomFound: event.backroomFound,
    openReorder: facts.openReorders.get(event.gtin) ?? null,
    supplier: facts.suppliers.get(product?.supplierId ?? '') ?? null,
    replenishment,
  };
}

/** Items that all slots of each product hold when full, by GTIN. */
export function shelfCapacities(slots: readonly { gtin: string; capacity: number }[]): Map<string, number> {
  const capacities = new Map<string, number>();
  for (const { gtin, capacity } of slots) capacities.set(gtin, (capacities.get(gtin) ?? 0) + capacity);
  return capacities;
}
