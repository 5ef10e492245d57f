import type { Quad } from '@shelfwatch/domain';
import { serveCalls } from '../threads/serve-calls.js';
import { cropRegion } from './crop-region.js';
import { RegionError } from './picture.errors.js';
import type { RgbPicture } from './rgb-picture.js';

export interface CropCall {
  picture: RgbPicture;
  quads: readonly Quad[];
  /** Side of each crop in pixels. */
  size: number;
}

serveCalls({
  crop({ picture, quads, size }: CropCall) {
    const bytes = size * size * 3;
    const crops = new Uint8Array(quads.length * bytes);
    quads.forEach((quad, index) => {
      const into = crops.subarray(index * bytes, (index + 1) * bytes);
      try {
        cropRegion(picture, quad, { into, size });
      } catch (error) {
        throw error instanceof RegionError ? new RegionError(`Region ${index + 1}: ${error.message}`) : error;
      }
    });
    return { result: crops, transfer: [crops.buffer] };
  },
  close: () => ({}),
});
