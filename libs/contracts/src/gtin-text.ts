import { type Gtin, parseGln, parseGtin } from '@shelfwatch/domain';
import { z } from 'zod';

/** A GTIN of 8, 12, 13 or 14 digits with a right check digit; comes out with 14. */
export const gtinText = z.string().transform((text, context): Gtin => {
  const gtin = parseGtin(text);
  if (gtin !== undefined) return gtin;
  context.addIssue({
    code: 'custom',
    message: `"${text}" is no GTIN: 8, 12, 13 or 14 digits, the last one a check digit`,
  });
  return z.NEVER;
});

/** A global location number: 13 digits, the last one a check digit. */
export const glnText = z
  .string()
  .regex(/^\d{13}$/)
  .refine((text) => parseGln(text) !== undefined, {
    error: ({ input }) => `"${String(input)}" is no GLN: 13 digits, the last one a check digit`,
  });
