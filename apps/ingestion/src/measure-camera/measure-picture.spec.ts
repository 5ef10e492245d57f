import sharp, { type Sharp } from 'sharp';
import { decodeFrame } from '../decode-frame/decode-frame.js';
import { toLuma } from '../decode-frame/thumbnail.js';
import { measurePicture } from './measure-picture.js';

/** A striped and dotted picture that stands for a shelf. */
const shelf = () => {
  const rows = Array.from({ length: 12 }, (_, row) =>
    Array.from(
      { length: 24 },
      (_, column) =>
        `<rect x="${column * 50}" y="${row * 55}" width="42" height="46" fill="hsl(${column * 37 + row * 11},70%,50%)"/>`,
    ).join(''),
  ).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="720"><rect width="1280" height="720" fill="#999"/>${rows}</svg>`;
  return sharp(Buffer.from(svg));
};
const measure = async (picture: Sharp) => {
  const limits = { maxBytes: 9e6, maxPixels: 4e7, timeoutSeconds: 5, thumbnailWidth: 640 };
  return measurePicture(toLuma((await decodeFrame(await picture.jpeg().toBuffer(), limits)).thumbnail));
};

describe('measurePicture', () => {
  it('When the lights are off, then the picture is dark', async () => {
    const { meanLuma, darkShare } = await measure(shelf().linear(0.06, 0));
    expect(meanLuma).toBeLessThan(20);
    expect(darkShare).toBeGreaterThan(0.8);
  });

  it('When the sun shines into the lens, then much of the picture is white', async () => {
    expect((await measure(shelf().linear(1.4, 160))).brightShare).toBeGreaterThan(0.5);
  });

  it('When the picture is out of focus, then sharpness falls to a fraction', async () => {
    const sharpPicture = await measure(shelf());
    const blurred = await measure(shelf().blur(12));
    expect(blurred.sharpness).toBeLessThan(sharpPicture.sharpness / 10);
  });

  it('When something covers the lens, then edges and entropy are gone', async () => {
    const covered = await measure(
      sharp({ create: { width: 1280, height: 720, channels: 3, background: { r: 90, g: 80, b: 70 } } }),
    );
    expect(covered.edgeShare).toBeLessThan(0.01);
    expect(covered.entropy).toBeLessThan(1);
  });

  it('When the shelf is well seen, then none of that holds', async () => {
    const { darkShare, brightShare, edgeShare, entropy } = await measure(shelf());
    expect(Math.max(darkShare, brightShare)).toBeLessThan(0.1);
    expect(edgeShare).toBeGreaterThan(0.1);
    expect(entropy).toBeGreaterThan(2);
  });
});
