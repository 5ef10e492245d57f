import type { Gtin } from '../identifiers/gtin.js';

export const STOCK_EVENT_KINDS = ['out-of-stock', 'low-stock', 'misplaced'] as const;
export type StockEventKind = (typeof STOCK_EVENT_KINDS)[number];

export const STOCK_EVENT_STATUSES = ['open', 'closed', 'retracted'] as const;
export type StockEventStatus = (typeof STOCK_EVENT_STATUSES)[number];

/** Something is wrong with a slot, from the first frame that shows it until it is right again. */
export interface StockEvent {
  eventId: string;
  storeId: string;
  slotId: string;
  cameraId: string;
  kind: StockEventKind;
  status: StockEventStatus;
  gtin: Gtin;
  /** The product seen in the slot instead, for `misplaced`. */
  foreignGtin?: Gtin;
  /** Capture time of the first frame that shows the condition. */
  since: Date;
  /** Capture time of the frame that made us sure. */
  openedAt: Date;
  closedAt?: Date;
  /** 0..1 */
  confidence: number;
  /** Facings that still show the product. */
  visibleFacings: number;
  modelVersion: string;
}
