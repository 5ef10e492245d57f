import sharp from 'sharp';
import { decodePicture } from './decode-picture.js';
import type { PictureError } from './picture.errors.js';

const red = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 10, b: 20 } } });

const codeOf = async (bytes: Uint8Array, maxPixels = 1_000_000): Promise<string> =>
  decodePicture(bytes, { maxPixels }).then(
    () => 'none',
    (error: PictureError) => error.code,
  );

describe('decodePicture', () => {
  it.each([
    ['jpeg', () => red(40, 30).jpeg({ quality: 100, chromaSubsampling: '4:4:4' })],
    ['png', () => red(40, 30).png()],
    ['webp', () => red(40, 30).webp({ lossless: true })],
    ['png with transparency', () => red(40, 30).ensureAlpha().png()],
  ])('When the bytes are %s, then rows of R, G, B come out', async (_name, make) => {
    const picture = await decodePicture(await make().toBuffer());
    expect([picture.width, picture.height, picture.data.length]).toEqual([40, 30, 40 * 30 * 3]);
    expect(Math.abs(picture.data[0]! - 200)).toBeLessThanOrEqual(2);
    expect(Math.abs(picture.data[2]! - 20)).toBeLessThanOrEqual(2);
  });

  it.each([
    ['grey', () => red(8, 8).greyscale().png()],
    ['16 bits deep', () => red(8, 8).toColourspace('rgb16').png()],
  ])('When the picture is %s, then it still has three bytes a pixel', async (_name, make) => {
    const picture = await decodePicture(await make().toBuffer());
    expect(picture.data.length).toBe(8 * 8 * 3);
  });

  it('When the picture carries an orientation, then it comes out upright', async () => {
    const picture = await decodePicture(await red(40, 30).jpeg().withMetadata({ orientation: 6 }).toBuffer());
    expect([picture.width, picture.height]).toEqual([30, 40]);
  });

  it('When the bytes stop halfway, then the picture is unreadable', async () => {
    const noise = await sharp({
      create: {
        width: 200,
        height: 200,
        channels: 3,
        background: 'grey',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })
      .jpeg()
      .toBuffer();
    expect(await codeOf(noise.subarray(0, noise.length / 2))).toBe('PICTURE_UNREADABLE');
  });

  it('When the bytes only begin like a picture, then they are unreadable', async () => {
    expect(await codeOf(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4]))).toBe('PICTURE_UNREADABLE');
  });

  it.each([
    ['text', Buffer.from('hello')],
    ['nothing', Buffer.alloc(0)],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
  ])('When the bytes are %s, then the format is refused', async (_name, bytes) => {
    expect(await codeOf(bytes)).toBe('PICTURE_FORMAT_UNSUPPORTED');
  });

  it('When the picture has more pixels than allowed, then it is refused before it is decoded', async () => {
    const bytes = await red(10_000, 10_000).png().toBuffer();
    const started = performance.now();
    await expect(decodePicture(bytes)).rejects.toThrow(
      'The picture has 10000×10000 pixels (100 megapixels); at most 40 megapixels are accepted.',
    );
    expect(performance.now() - started).toBeLessThan(500);
  });
});
