import type { Quad } from '@shelfwatch/domain';
import sharp from 'sharp';
import { cropEvidence } from './crop-evidence.js';

const quad = (left: number, top: number, right: number, bottom: number): Quad => [
  { x: left, y: top },
  { x: right, y: top },
  { x: right, y: bottom },
  { x: left, y: bottom },
];

describe('cropEvidence', () => {
  it('gives a JPEG of the slot that is large enough to look at', async () => {
    const picture = await sharp({ create: { width: 1280, height: 720, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer();
    const crop = await cropEvidence(picture, [quad(0.5, 0.5, 0.55, 0.6)], { width: 1280, height: 720 });
    expect(await sharp(crop).metadata()).toMatchObject({ format: 'jpeg', width: 240 });
  });
});
