import type { Quad } from '@shelfwatch/domain';
import { CropPool } from './crop-pool.js';
import { CROP_BYTES, cropRegion } from './crop-region.js';

const picture = () => ({
  width: 320,
  height: 240,
  data: Uint8Array.from({ length: 320 * 240 * 3 }, (_, index) => index % 251),
});

const regionAt = (x: number): Quad => [
  { x, y: 0.2 },
  { x: x + 0.2, y: 0.22 },
  { x: x + 0.19, y: 0.8 },
  { x, y: 0.79 },
];

describe('CropPool', () => {
  let pool: CropPool;
  beforeEach(() => {
    pool = new CropPool(2);
  });
  afterEach(() => pool.close());

  it('When regions are cut out in a thread, then they are the same as anywhere else, in order', async () => {
    const regions = [0.1, 0.3, 0.7].map(regionAt);
    const crops = await pool.crop(picture(), regions);
    regions.forEach((region, index) => {
      const crop = crops.subarray(index * CROP_BYTES, (index + 1) * CROP_BYTES);
      expect(Buffer.from(crop).equals(cropRegion(picture(), region))).toBe(true);
    });
  });

  it('When a model with another input size is to see them, then crops have that size', async () => {
    const crops = await pool.crop(picture(), [regionAt(0.1), regionAt(0.3)], 96);
    expect(crops).toHaveLength(2 * 96 * 96 * 3);
    expect(Buffer.from(crops.subarray(96 * 96 * 3)).equals(cropRegion(picture(), regionAt(0.3), { size: 96 }))).toBe(
      true,
    );
  });

  it('When a region is degenerate, then the message counts to it', async () => {
    const point = { x: 0.5, y: 0.5 };
    await expect(pool.crop(picture(), [regionAt(0.1), [point, point, point, point]])).rejects.toThrow(
      'Region 2: The corners of the region do not enclose a convex area.',
    );
  });
});
