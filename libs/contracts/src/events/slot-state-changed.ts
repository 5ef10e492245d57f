import { SLOT_STATUSES } from '@shelfwatch/domain';
import { z } from 'zod';

/** The platform changed its mind about a slot. */
export const slotStateChanged = z.object({
  slotId: z.string(),
  storeId: z.string(),
  cameraId: z.string(),
  status: z.enum(SLOT_STATUSES),
  previous: z.enum(SLOT_STATUSES),
  since: z.iso.datetime(),
  confidence: z.number().min(0).max(1),
  visibleFacings: z.number().int().min(0),
  /** The frame that showed it; null when no frame came for so long that the slot became unknown. */
  frameId: z.string().nullable(),
});
export type SlotStateChanged = z.infer<typeof slotStateChanged>;
