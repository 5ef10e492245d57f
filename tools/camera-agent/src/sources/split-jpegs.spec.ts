import sharp from 'sharp';
import { JpegSplitter } from './split-jpegs.js';

const picture = (width: number) =>
  sharp({
    create: { width, height: 90, channels: 3, background: 'red', noise: { type: 'gaussian', mean: 128, sigma: 50 } },
  })
    .jpeg()
    .toBuffer();

describe('JpegSplitter', () => {
  it.each([1, 7, 1_000, 1_000_000])(
    'When pictures arrive in pieces of %d bytes, then each comes out whole',
    async (size) => {
      const pictures = await Promise.all([100, 120, 140].map(picture));
      const stream = Buffer.concat(pictures);
      const splitter = new JpegSplitter(1_000_000);
      const out: Buffer[] = [];
      for (let at = 0; at < stream.length; at += size) out.push(...splitter.push(stream.subarray(at, at + size)));
      expect(out.map((bytes) => bytes.length)).toEqual(pictures.map((bytes) => bytes.length));
      expect(Buffer.concat(out).equals(stream)).toBe(true);
    },
  );

  it('When no end comes, then memory stays bounded and the next picture is found', async () => {
    const splitter = new JpegSplitter(1_000);
    splitter.push(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(2_000)]));
    expect(splitter.push(await picture(60))).toHaveLength(1);
  });
});
