import { z } from 'zod';
import { cloudEventHeaders } from '../cloud-event.js';
import { TOPICS } from '../topics.js';

/** Headers of a picture in the stream; the value is the picture itself. `ce_time` is the capture time. */
export const frameCapturedHeaders = cloudEventHeaders.extend({
  ce_type: z.literal(TOPICS.frameCaptured.name),
  /** Counts up by one for each picture of a camera; lets gaps be seen. */
  ce_sequence: z.string().regex(/^\d+$/).optional(),
  'content-type': z.enum(['image/jpeg', 'image/png', 'image/webp']),
});
export type FrameCapturedHeaders = z.infer<typeof frameCapturedHeaders>;
