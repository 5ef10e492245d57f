import sharp from 'sharp';
import { decodeFrame, type DecodeLimits } from './decode-frame.js';

const limits: DecodeLimits = { maxBytes: 2_000_000, maxPixels: 40_000_000, timeoutSeconds: 5, thumbnailWidth: 320 };

/** Random pixels, so that a cut-off file loses something. */
const picture = (width: number, height: number) =>
  sharp({
    create: { width, height, channels: 3, background: 'black', noise: { type: 'gaussian', mean: 128, sigma: 40 } },
  });

const refusalOf = (bytes: Buffer, changed: Partial<DecodeLimits> = {}) =>
  decodeFrame(bytes, { ...limits, ...changed }).then(
    () => 'accepted',
    (error: { code?: string; retriable?: boolean }) => (error.retriable === false ? error.code : error),
  );

describe('decodeFrame', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('decodes a %s picture at reduced scale', async (format) => {
    const bytes = await picture(1280, 720).toFormat(format).toBuffer();
    const { type, thumbnail } = await decodeFrame(bytes, { ...limits, maxBytes: 8_000_000 });
    expect(type).toBe(`image/${format}`);
    expect(thumbnail).toMatchObject({ width: 320, height: 180, sourceWidth: 1280, sourceHeight: 720 });
    expect(thumbnail.rgb).toHaveLength(320 * 180 * 3);
  });

  it('When a picture is grey, then three equal channels come out', async () => {
    const bytes = await picture(640, 480).greyscale().jpeg().toBuffer();
    const { thumbnail } = await decodeFrame(bytes, limits);
    const [red, green, blue] = thumbnail.rgb;
    expect([green, blue]).toEqual([red, red]);
  });

  it.each([
    ['FRAME_EMPTY', Buffer.alloc(0)],
    ['FRAME_NOT_A_PICTURE', Buffer.from('this is no picture')],
    ['FRAME_NOT_A_PICTURE', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"></svg>')],
    ['FRAME_CORRUPT', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])],
  ])('refuses with %s', async (code, bytes) => {
    expect(await refusalOf(bytes)).toBe(code);
  });

  it.each([0.05, 0.5, 0.99])('When only %d of a JPEG arrived, then it is refused as corrupt', async (share) => {
    const bytes = await picture(1280, 720).jpeg().toBuffer();
    expect(await refusalOf(bytes.subarray(0, Math.floor(bytes.length * share)))).toBe('FRAME_CORRUPT');
  });

  it('When a picture has 100 megapixels, then it is refused by its header, without unpacking it', async () => {
    const bytes = await sharp({ create: { width: 10_000, height: 10_000, channels: 3, background: 'grey' } })
      .greyscale()
      .png({ compressionLevel: 6 })
      .toBuffer();
    const before = process.memoryUsage().rss;
    expect(await refusalOf(bytes, { maxBytes: 8_000_000 })).toBe('FRAME_TOO_MANY_PIXELS');
    expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000);
  });

  it('When a file is larger than allowed, then it is refused', async () => {
    expect(await refusalOf(await picture(640, 480).jpeg().toBuffer(), { maxBytes: 1_000 })).toBe('FRAME_TOO_LARGE');
  });

  it('When a picture is tiny, then it is refused', async () => {
    expect(await refusalOf(await picture(32, 32).jpeg().toBuffer())).toBe('FRAME_TOO_FEW_PIXELS');
  });
});
