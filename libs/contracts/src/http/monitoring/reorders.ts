import { REORDER_STATES, STOCK_PLACES } from '@shelfwatch/domain';
import { z } from 'zod';
import { productSummary } from './place.js';

export const reorderSummary = z.object({
  reorderId: z.string(),
  state: z.enum(REORDER_STATES),
  /** Items. */
  quantity: z.number().int(),
  cases: z.number().int(),
  /** Items that have come. */
  received: z.number().int(),
  casePack: z.number().int(),
  expectedAt: z.iso.datetime().nullable(),
});
export type ReorderSummary = z.infer<typeof reorderSummary>;

export const reorderHistoryEntry = z.object({
  previous: z.enum(REORDER_STATES).nullable(),
  state: z.enum(REORDER_STATES),
  changedAt: z.iso.datetime(),
  reason: z.string(),
  actor: z.string(),
});

/** One entry of `GET /v1/reorders?storeId&state&limit`, newest first. */
export const reorderBody = reorderSummary.extend({
  idempotencyKey: z.string(),
  storeId: z.string(),
  product: productSummary,
  supplier: z.object({ supplierId: z.string(), name: z.string() }),
  /** The stock event that triggered it; null when made by hand. */
  eventId: z.string().nullable(),
  reason: z.string(),
  requestedAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  /** States to which it may go now. */
  allowedTransitions: z.array(z.enum(REORDER_STATES)),
  /** Oldest first. */
  history: z.array(reorderHistoryEntry),
});
export type ReorderBody = z.infer<typeof reorderBody>;

export const reorderQuery = z.object({
  storeId: z.string().optional(),
  state: z.enum(REORDER_STATES).optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(200),
});
export const reorderList = z.object({ reorders: z.array(reorderBody) });
export type ReorderList = z.infer<typeof reorderList>;

/** `POST /v1/reorders/{reorderId}/transitions`; answers {@link reorderBody}. */
export const reorderTransition = z.object({
  to: z.enum(REORDER_STATES),
  reason: z.string().min(1).max(500),
  /** What the supplier said about the delivery. */
  expectedAt: z.iso.datetime().nullable().optional(),
  /** For CHANGED: items that the supplier will deliver instead, whole cases. */
  quantity: z.number().int().min(1).max(10_000_000).optional(),
  /** For PARTLY_RECEIVED and RECEIVED: what came. Left out for RECEIVED: all that was still to come, into the back room. */
  receipt: z
    .object({
      /** Names the delivery: told again, it counts once. */
      receiptId: z.string().min(1).max(100),
      /** Items. */
      quantity: z.number().int().min(1).max(10_000_000),
      place: z.enum(STOCK_PLACES).default('backroom'),
    })
    .optional(),
});
export type ReorderTransition = z.infer<typeof reorderTransition>;
