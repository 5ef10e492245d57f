import type { Quad } from '@shelfwatch/domain';
import { serveCalls } from '../threads/serve-calls.js';
import { CROP_BYTES, cropRegion } from './crop-region.js';
import { RegionError } from './picture.errors.js';
import type { RgbPicture } from './rgb-picture.js';

export interface CropCall {
  picture: RgbPicture;
  quads: readonly Quad[];
}

serveCalls({
  crop({ picture, quads }: CropCall) {
    const crops = new Uint8Array(quads.length * CROP_BYTES);
    quads.forEach((quad, index) => {
      const into = crops.subarray(index * CROP_BYTES, (index + 1) * CROP_BYTES);
      try {
        cropRegion(picture, quad, { into });
      } catch (error) {
        throw error instanceof RegionError ? new RegionError(`Region ${index + 1}: ${error.message}`) : error;
      }
    });
    return { result: crops, transfer: [crops.buffer] };
  },
  close: () => ({}),
});
