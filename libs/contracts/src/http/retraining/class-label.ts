import { z } from 'zod';

/** Labels of a class that is not a product. */
export const SPECIAL_CLASSES = ['empty', 'occluded'] as const;

/**
 * What a class stands for: a product's GTIN-14, `empty` or `occluded`. A class that comes without a GTIN gets one of the
 * restricted range (GS1 prefix 29), made from its name.
 */
export const classLabel = z.string().regex(/^(\d{14}|empty|occluded)$/, 'must be a GTIN-14, "empty" or "occluded"');

export const productClass = z.object({
  label: classLabel,
  /** For people, in any script. */
  name: z.string().min(1).max(200),
});
export type ProductClass = z.infer<typeof productClass>;
