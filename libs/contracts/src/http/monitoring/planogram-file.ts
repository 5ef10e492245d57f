import { z } from 'zod';
import { gtinText } from '../../gtin-text.js';

const id = z.string().min(1).max(200);
const millimetres = z.number().min(0).max(1_000_000);

export const planogramProduct = z.object({
  gtin: gtinText,
  name: id.optional(),
  brand: z.string().max(200).optional(),
  category: z.string().max(200).optional(),
  widthMm: millimetres.optional(),
  heightMm: millimetres.optional(),
  depthMm: millimetres.optional(),
  /** With `name`, `category`, `casePack` and `supplierId` a product that the platform does not know yet can be made. */
  priceCents: z.number().int().min(0).optional(),
  casePack: z.number().int().min(1).optional(),
  supplierId: z.string().optional(),
});

export const planogramFixture = z.object({
  fixtureId: id,
  name: z.string().max(200),
  aisle: z.string().max(200),
  widthMm: millimetres.optional(),
  heightMm: millimetres.optional(),
  /** `shelf` 1 = top; `bottomMm` above the fixture's lower edge, `heightMm` from there upwards. */
  shelves: z.array(z.object({ shelf: z.number().int().min(1).max(99), bottomMm: millimetres, heightMm: millimetres })),
});

export const planogramPosition = z.object({
  /** The slot that this place continues; left out: found by product and place. */
  slotId: id.optional(),
  fixtureId: id,
  shelf: z.number().int().min(1).max(99),
  /** From the left, 1-based. */
  position: z.number().int().min(1).max(999),
  gtin: gtinText,
  facings: z.number().int().min(1).max(50),
  capacity: z.number().int().min(1),
  lowFacings: z.number().int().min(0),
  /** From the fixture's left edge. */
  leftMm: millimetres.optional(),
  widthMm: millimetres.optional(),
  bottomMm: millimetres.optional(),
  heightMm: millimetres.optional(),
});

/** The neutral JSON: which product belongs where on some fixtures of a store. */
export const planogramFile = z.object({
  format: z.literal('shelfwatch.planogram'),
  formatVersion: z.literal(1),
  name: z.string(),
  products: z.array(planogramProduct),
  fixtures: z.array(planogramFixture),
  positions: z.array(planogramPosition),
});
export type PlanogramFile = z.infer<typeof planogramFile>;
/** As written in a file. */
export type PlanogramFileInput = Readonly<{
  [K in keyof z.input<typeof planogramFile>]: z.input<typeof planogramFile>[K] extends (infer Row)[]
    ? readonly (Omit<Row, 'shelves'> & { shelves?: readonly object[] })[]
    : z.input<typeof planogramFile>[K];
}>;
