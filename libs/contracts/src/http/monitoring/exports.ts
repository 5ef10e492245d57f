import { z } from 'zod';

/** Query of the CSV exports: what began from `from` on and before `to`. Times of ISO 8601. */
export const exportQuery = z.object({
  storeId: z.string().optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
});
export type ExportQuery = z.infer<typeof exportQuery>;
