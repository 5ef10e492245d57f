import { REMEDIES, STOCK_EVENT_KINDS } from '@shelfwatch/domain';
import { z } from 'zod';

export const decisionBody = z.object({
  decisionId: z.string(),
  remedy: z.enum(REMEDIES),
  rule: z.string(),
  reason: z.string(),
  inputs: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  alternatives: z.array(z.object({ remedy: z.enum(REMEDIES), because: z.string() })),
});

/** A stock event was opened, updated, closed or retracted. */
export const stockEventChanged = z.object({
  eventId: z.string(),
  change: z.enum(['opened', 'updated', 'closed', 'retracted']),
  kind: z.enum(STOCK_EVENT_KINDS),
  storeId: z.string(),
  slotId: z.string(),
  cameraId: z.string(),
  gtin: z.string(),
  foreignGtin: z.string().nullable(),
  since: z.iso.datetime(),
  openedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  confidence: z.number().min(0).max(1),
  visibleFacings: z.number().int().min(0),
  facings: z.number().int().min(1),
  modelVersion: z.string(),
  /** Picture of the slot that shows it, served by monitoring under `/v1/pictures/{evidencePictureId}`. */
  evidencePictureId: z.string().nullable(),
  decision: decisionBody.nullable(),
});
export type StockEventChanged = z.infer<typeof stockEventChanged>;
