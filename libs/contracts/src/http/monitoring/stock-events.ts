import { STOCK_EVENT_KINDS, STOCK_EVENT_STATUSES } from '@shelfwatch/domain';
import { z } from 'zod';
import { decisionBody } from '../../events/stock-event-changed.js';
import { place, productSummary } from './place.js';
import { reorderSummary } from './reorders.js';

/** One entry of `GET /v1/stock-events`, most urgent first. */
export const stockEventBody = z.object({
  eventId: z.string(),
  kind: z.enum(STOCK_EVENT_KINDS),
  status: z.enum(STOCK_EVENT_STATUSES),
  product: productSummary,
  /** What stands in the slot instead, for `misplaced`. */
  foreignProduct: productSummary.nullable(),
  place,
  /** Capture time of the first frame that shows it. */
  since: z.iso.datetime(),
  openedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  /** Seconds from `since` to now, or to its end. */
  ageSeconds: z.number().min(0),
  confidence: z.number().min(0).max(1),
  visibleFacings: z.number().int().min(0),
  facings: z.number().int().min(1),
  modelVersion: z.string(),
  evidenceUrl: z.string().nullable(),
  /** Expected lost sales: sales rate × price. */
  lostSalesCentsPerHour: z.number().min(0),
  decision: decisionBody.nullable(),
  /** The order that is open for this product, whatever triggered it. */
  reorder: reorderSummary.nullable(),
});
export type StockEventBody = z.infer<typeof stockEventBody>;

export const stockEventQuery = z.object({
  storeId: z.string().optional(),
  status: z.enum(STOCK_EVENT_STATUSES).optional(),
  kind: z.enum(STOCK_EVENT_KINDS).optional(),
  /** Opened at this moment or later. */
  from: z.iso.datetime({ offset: true }).optional(),
  /** Opened before this moment. */
  to: z.iso.datetime({ offset: true }).optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(200),
});
export type StockEventQuery = z.infer<typeof stockEventQuery>;
export const stockEventList = z.object({ events: z.array(stockEventBody) });
export type StockEventList = z.infer<typeof stockEventList>;

/** `GET /v1/stock-events/{eventId}`: with its story, oldest first. */
export const stockEventDetail = stockEventBody.extend({
  history: z.array(z.object({ change: z.enum(['opened', 'updated', 'closed', 'retracted']), at: z.iso.datetime() })),
});
export type StockEventDetail = z.infer<typeof stockEventDetail>;

/** `POST /v1/stock-events/{eventId}/answers`: what someone saw on the floor. `not-out-of-stock` retracts the event. */
export const stockEventAnswer = z.object({ answer: z.enum(['not-out-of-stock']) });
export type StockEventAnswer = z.infer<typeof stockEventAnswer>;
