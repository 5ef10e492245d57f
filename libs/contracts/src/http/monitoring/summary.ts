import { z } from 'zod';

export const storeSummary = z.object({ storeId: z.string(), name: z.string(), timeZone: z.string() });
export const storeList = z.object({ stores: z.array(storeSummary) });
export type StoreList = z.infer<typeof storeList>;

export const summaryQuery = z.object({ storeId: z.string().min(1) });

/** `GET /v1/summary?storeId`: the figures at the top of the page. */
export const summaryBody = z.object({
  openOutOfStock: z.number().int(),
  openLowStock: z.number().int(),
  openMisplaced: z.number().int(),
  lostSalesCentsPerHour: z.number(),
  camerasTotal: z.number().int(),
  /** Cameras with a fault. */
  camerasBlind: z.number().int(),
  slotsTotal: z.number().int(),
  /** Slots whose state is known now. */
  slotsObserved: z.number().int(),
  /** On-shelf availability by count: slots with the product ÷ slots observed, 0..1; null while none is observed. */
  onShelfAvailability: z.number().min(0).max(1).nullable(),
  onShelfAvailabilityFormula: z.string(),
});
export type SummaryBody = z.infer<typeof summaryBody>;

/** `PUT /v1/shops/{storeId}` answers this. */
export const shopImported = z.object({
  storeId: z.string(),
  products: z.number().int(),
  slots: z.number().int(),
  cameras: z.number().int(),
});
export type ShopImported = z.infer<typeof shopImported>;

/** RFC 9457, the form of every error answer. */
export const problemBody = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  instance: z.string().optional(),
  /** Stable, upper-case; for programs. */
  code: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
