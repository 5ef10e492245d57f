import type { Quad } from '@shelfwatch/domain';
import sharp from 'sharp';
import { boxAround, cropEvidence } from './crop-evidence.js';

const quad = (left: number, top: number, right: number, bottom: number): Quad => [
  { x: left, y: top },
  { x: right, y: top },
  { x: right, y: bottom },
  { x: left, y: bottom },
];

describe('boxAround', () => {
  it('holds all facings of a slot and a margin of a quarter', () => {
    expect(boxAround([quad(0.2, 0.5, 0.3, 0.7), quad(0.3, 0.5, 0.4, 0.7)], 1_000, 500)).toEqual({
      left: 150,
      top: 225,
      width: 300,
      height: 150,
    });
  });

  it.each([[quad(0, 0, 1, 1)], [quad(-0.2, -0.2, 0.05, 0.05)], [quad(0.98, 0.98, 1.3, 1.3)]])(
    'When a region touches the border, then the box stays within the picture',
    (region) => {
      const { left, top, width, height } = boxAround([region], 640, 360);
      expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
      expect(left + width).toBeLessThanOrEqual(640);
      expect(top + height).toBeLessThanOrEqual(360);
      expect(Math.min(width, height)).toBeGreaterThan(0);
    },
  );
});

describe('cropEvidence', () => {
  it('gives a JPEG of the slot that is large enough to look at', async () => {
    const picture = await sharp({ create: { width: 1280, height: 720, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer();
    const crop = await cropEvidence(picture, [quad(0.5, 0.5, 0.55, 0.6)], { width: 1280, height: 720 });
    expect(await sharp(crop).metadata()).toMatchObject({ format: 'jpeg', width: 240 });
  });
});
