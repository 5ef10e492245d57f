import { REORDER_APPROVALS, REORDER_STATES } from '@shelfwatch/domain';
import { z } from 'zod';

/** The platform asks an inventory system to order goods. At-least-once: deduplicate by `idempotencyKey`. */
export const reorderRequested = z.object({
  reorderId: z.string(),
  idempotencyKey: z.string(),
  storeId: z.string(),
  gtin: z.string(),
  supplierId: z.string(),
  /** In single items; always a whole number of cases. */
  quantity: z.number().int().positive(),
  cases: z.number().int().positive(),
  casePack: z.number().int().positive(),
  reason: z.string(),
  /** The stock event that triggered it. */
  eventId: z.string(),
  requestedAt: z.iso.datetime(),
  expectedAt: z.iso.datetime().nullable(),
  /**
   * By the product's policy. `advice`: for whoever orders elsewhere; `needs-approval`: wait for `APPROVED` on
   * inventory.reorder.changed.v1; `approved`: order. Left out by older versions.
   */
  approval: z.enum(REORDER_APPROVALS).optional(),
});
export type ReorderRequested = z.infer<typeof reorderRequested>;

export const reorderChanged = z.object({
  reorderId: z.string(),
  storeId: z.string(),
  gtin: z.string(),
  state: z.enum(REORDER_STATES),
  previous: z.enum(REORDER_STATES),
  changedAt: z.iso.datetime(),
  reason: z.string(),
  /** Items ordered, and items that have come; left out by older versions. */
  quantity: z.number().int().positive().optional(),
  received: z.number().int().min(0).optional(),
});
export type ReorderChanged = z.infer<typeof reorderChanged>;
