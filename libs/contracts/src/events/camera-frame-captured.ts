import { z } from 'zod';
import { cloudEventHeaders, toCloudEventHeaders } from '../cloud-event.js';
import { TOPICS } from '../topics.js';

/** Headers of a picture in the stream; the value is the picture itself. `ce_time` is the capture time. */
export const frameCapturedHeaders = cloudEventHeaders.extend({
  ce_type: z.literal(TOPICS.frameCaptured.name),
  /** Counts up by one for each picture of a camera; lets gaps be seen. */
  ce_sequence: z.string().regex(/^\d+$/).optional(),
  'content-type': z.enum(['image/jpeg', 'image/png', 'image/webp']),
});
export type FrameCapturedHeaders = z.infer<typeof frameCapturedHeaders>;

export interface CapturedFrame {
  cameraId: string;
  capturedAt: Date;
  contentType: FrameCapturedHeaders['content-type'];
  sequence?: number;
  /** Who publishes it, for instance `/camera-agent` (CloudEvents `source`). */
  source: string;
}

/** Headers for a picture that goes into the stream under the key `cameraId`. */
export function toFrameHeaders({ cameraId, capturedAt, contentType, sequence, source }: CapturedFrame) {
  return {
    ...toCloudEventHeaders({
      type: TOPICS.frameCaptured.name,
      source,
      time: capturedAt,
      subject: cameraId,
      contentType,
    }),
    ...(sequence === undefined ? {} : { ce_sequence: String(sequence) }),
  };
}
