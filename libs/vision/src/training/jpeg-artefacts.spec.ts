import sharp from 'sharp';
import { readGoldenShelf } from '../testing/golden-shelf.js';
import { JpegArtefacts, quantisation } from './jpeg-artefacts.js';

const meanDistance = (a: Uint8Array, b: Uint8Array): number =>
  a.reduce((sum, value, index) => sum + Math.abs(value - b[index]!), 0) / a.length;

const luma = (pixels: Uint8Array): Uint8Array =>
  Uint8Array.from({ length: pixels.length / 3 }, (_, at) =>
    Math.round(0.299 * pixels[3 * at]! + 0.587 * pixels[3 * at + 1]! + 0.114 * pixels[3 * at + 2]!),
  );

/** A part of a real picture of a shelf. */
async function picture(size: number): Promise<Uint8Array> {
  const { bytes } = await readGoldenShelf();
  const part = { left: 300, top: 200, width: size, height: size };
  return sharp(bytes).extract(part).removeAlpha().raw().toBuffer();
}

describe('JPEG artefacts', () => {
  it.each([
    [224, 30],
    [224, 50],
    [224, 90],
    [100, 50],
  ])(
    'When %d pixels are compressed at quality %d, then they lose what libjpeg makes them lose',
    async (size, quality) => {
      const original = await picture(size);
      const raw = { raw: { width: size, height: size, channels: 3 as const } };
      const file = await sharp(original, raw).jpeg({ quality, chromaSubsampling: '4:2:0', mozjpeg: false }).toBuffer();
      const real = await sharp(file).removeAlpha().raw().toBuffer();
      const ours = Uint8Array.from(original);
      new JpegArtefacts().apply(ours, size, quality);
      const lost = meanDistance(real, original);
      // In brightness: decoders smooth colour when they enlarge it again, which is not done here.
      const lostLuma = meanDistance(luma(original), luma(real));
      expect(meanDistance(luma(ours), luma(real))).toBeLessThan(Math.max(0.5, 0.2 * lostLuma));
      expect(meanDistance(ours, original) / lost).toBeGreaterThan(0.8);
      expect(meanDistance(ours, original) / lost).toBeLessThan(1.25);
    },
  );

  it('When a picture is grey, then it differs from that of libjpeg by rounding alone', async () => {
    const size = 64;
    const original = await picture(size);
    const grey = Uint8Array.from(original, (_, index) => original[index - (index % 3)]!);
    const raw = { raw: { width: size, height: size, channels: 3 as const } };
    const real = await sharp(await sharp(grey, raw).jpeg({ quality: 40 }).toBuffer())
      .raw()
      .toBuffer();
    new JpegArtefacts().apply(grey, size, 40);
    expect(meanDistance(grey, real)).toBeLessThan(0.3);
  });

  it('When the quality is 100, then next to nothing is lost of a grey ramp', () => {
    const ramp = Uint8Array.from({ length: 32 * 32 * 3 }, (_, index) => (Math.floor(index / 3) % 32) + 100);
    const changed = Uint8Array.from(ramp);
    new JpegArtefacts().apply(changed, 32, 100);
    expect(meanDistance(changed, ramp)).toBeLessThan(0.5);
  });

  it('When a table is scaled, then the steps are those of libjpeg', () => {
    // Luminance's first row as `cjpeg -quality` writes it at 25, 50, 75 and 100.
    const row = [16, 11, 10, 16, 24, 40, 51, 61];
    expect(quantisation(row, 25)).toEqual([32, 22, 20, 32, 48, 80, 102, 122]);
    expect(quantisation(row, 50)).toEqual(row);
    expect(quantisation(row, 75)).toEqual([8, 6, 5, 8, 12, 20, 26, 31]);
    expect(quantisation(row, 100)).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
  });
});
