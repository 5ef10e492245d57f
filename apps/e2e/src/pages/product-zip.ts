import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { ZipFile } from 'yazl';

/** What the products differ by: their colour, and what is printed on them, as a wave over the place. */
const PRODUCTS = {
  'e2e red': { colour: [200, 40, 40], wave: (x: number, y: number, number: number) => x * (1 + (number % 3)) + y },
  'e2e green': { colour: [40, 190, 60], wave: (x: number, y: number) => Math.hypot(x - SIDE / 2, y - SIDE / 2) * 4 },
  'e2e blue': { colour: [50, 60, 210], wave: (x: number, y: number) => ((x >> 3) + (y >> 3)) * 16 },
} as const;
const SIDE = 64;

type Product = (typeof PRODUCTS)[keyof typeof PRODUCTS];

/** A ZIP with a folder for each of three products; every picture in a group of its own. */
export async function productZip(perProduct: number): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, product] of Object.entries(PRODUCTS))
    for (let number = 0; number < perProduct; number += 1)
      zip.addBuffer(await draw(product, number), `${name}/day-${number}/${number}.png`);
  zip.end();
  return buffer(zip.outputStream);
}

/** Slanted stripes, rings or a chessboard, at another place and in another contrast for each number, so that no picture repeats another. */
function draw({ colour, wave }: Product, number: number): Promise<Buffer> {
  const pixels = Buffer.alloc(SIDE * SIDE * 3);
  for (let at = 0; at < SIDE * SIDE; at += 1) {
    const [x, y] = [at % SIDE, Math.floor(at / SIDE)];
    const isLight = (wave(x + (number % 5), y + (number % 7), number) + number * 3) % 32 < 16;
    colour.forEach((value, channel) => (pixels[at * 3 + channel] = Math.max(0, value - (isLight ? 0 : 60 + number))));
  }
  return sharp(pixels, { raw: { width: SIDE, height: SIDE, channels: 3 } })
    .png()
    .toBuffer();
}
