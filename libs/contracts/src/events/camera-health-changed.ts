import { CAMERA_FAULTS } from '@shelfwatch/domain';
import { z } from 'zod';

/** A camera became unusable in some way, or usable again (`faults` empty). */
export const cameraHealthChanged = z.object({
  cameraId: z.string(),
  storeId: z.string(),
  faults: z.array(z.enum(CAMERA_FAULTS)),
  since: z.iso.datetime(),
  recommendedAction: z.string(),
});
export type CameraHealthChanged = z.infer<typeof cameraHealthChanged>;
