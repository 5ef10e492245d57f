import { z } from 'zod';

export const productSummary = z.object({
  gtin: z.string(),
  name: z.string(),
  brand: z.string(),
  category: z.string(),
  priceCents: z.number().int(),
  /** Path below the API's address, or null when there is no picture. */
  pictureUrl: z.string().nullable(),
});
export type ProductSummary = z.infer<typeof productSummary>;

/** Where in the shop. */
export const place = z.object({
  storeId: z.string(),
  fixtureId: z.string(),
  fixtureName: z.string(),
  aisle: z.string(),
  /** 1 = top. */
  shelf: z.number().int(),
  /** From the left, 1-based. */
  position: z.number().int(),
  slotId: z.string(),
  cameraId: z.string(),
});
export type Place = z.infer<typeof place>;
