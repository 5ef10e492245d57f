import type { Quad } from '@shelfwatch/domain';
import { cutFacing } from '@shelfwatch/pictures';
import { cropRegion } from '@shelfwatch/vision/serving';
import sharp from 'sharp';
import { readSquareCrop } from '../data-sets/read-square-crop.js';
import { drawPackage } from '../testing/draw-package.js';

describe('crops for labelling', () => {
  it.each([
    ['from the front', [0.2, 0.1, 0.6, 0.1, 0.6, 0.8, 0.2, 0.8]],
    ['from the side', [0.2, 0.1, 0.6, 0.2, 0.6, 0.7, 0.2, 0.85]],
    ['at the edge', [0, 0.3, 0.4, 0.3, 0.4, 1, 0, 1]],
  ])('When a facing is seen %s, then what a model is taught of it is what inference looks at', async (_how, at) => {
    const picture = await sharp(await drawPackage(3, 1))
      .resize(720, 1_008)
      .png()
      .toBuffer();
    const [a, b, c, d] = [0, 2, 4, 6].map((place) => ({ x: at[place]!, y: at[place + 1]! }));
    const quad: Quad = [a!, b!, c!, d!];
    const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const seen = cropRegion({ data, width: info.width, height: info.height }, quad);
    const taught = await readSquareCrop(await cutFacing(picture, quad), 224);
    const difference = seen.reduce((sum, value, place) => sum + Math.abs(value - taught[place]!), 0) / seen.length;
    expect(difference).toBeLessThan(4);
  });
});
