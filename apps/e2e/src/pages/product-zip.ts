import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { ZipFile } from 'yazl';

const COLOURS = { 'e2e red': [200, 40, 40], 'e2e green': [40, 190, 60], 'e2e blue': [50, 60, 210] } as const;
const SIDE = 64;

/** A ZIP with a folder for each of three products, which differ by their colour; every picture in a group of its own. */
export async function productZip(perProduct: number): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, colour] of Object.entries(COLOURS))
    for (let number = 0; number < perProduct; number += 1)
      zip.addBuffer(await stripes(colour, number), `${name}/day-${number}/${number}.png`);
  zip.end();
  return buffer(zip.outputStream);
}

/** Stripes of two lightnesses, in another rhythm for each number, so that no picture repeats another. */
function stripes(colour: readonly number[], number: number): Promise<Buffer> {
  const pixels = Buffer.alloc(SIDE * SIDE * 3);
  for (let at = 0; at < SIDE * SIDE; at += 1) {
    const [x, y] = [at % SIDE, Math.floor(at / SIDE)];
    const isLight = (x * (1 + (number % 5)) + y * (2 + (number % 7)) + number * 11) % 32 < 16;
    colour.forEach((value, channel) => (pixels[at * 3 + channel] = Math.max(0, value - (isLight ? 0 : 35 + number))));
  }
  return sharp(pixels, { raw: { width: SIDE, height: SIDE, channels: 3 } })
    .png()
    .toBuffer();
}
