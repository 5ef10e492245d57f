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
