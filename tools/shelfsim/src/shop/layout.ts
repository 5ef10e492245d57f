import { z } from 'zod';

/** How large a shop is built. */
export const layoutSchema = z
  .strictObject({
    /** Each fixture has a camera of its own. */
    fixtures: z.number().int().min(1).max(20).default(2),
    slotsPerFixture: z.number().int().min(4).max(50).default(46),
    shelves: z.number().int().min(2).max(5).default(5),
    picture: z
      .strictObject({ width: z.number().int().min(640).max(3840), height: z.number().int().min(360).max(2160) })
      .default({ width: 1920, height: 1080 }),
  })
  .prefault({});
export type Layout = z.infer<typeof layoutSchema>;
export type LayoutInput = z.input<typeof layoutSchema>;

/** Every product of the catalogue has a slot. */
export const WHOLE_RANGE: LayoutInput = { fixtures: 5, slotsPerFixture: 45 };
