import { type FacingRegion, type Gtin, parseGtin, type Quad } from '@shelfwatch/domain';
import sharp from 'sharp';

/** A shelf whose products are coloured boxes: drawn in milliseconds, and recognised by {@link startColourClassifier}. */
export const COLOURS = {
  red: '#c03028',
  green: '#2f9c46',
  blue: '#2c54c0',
  yellow: '#d6b02a',
  empty: '#4a4845',
  occluded: '#d79ac0',
} as const;
export type Colour = keyof typeof COLOURS;

const gtin = (text: string): Gtin => parseGtin(text)!;

/** The product behind each colour. */
export const GTINS = {
  red: gtin('4006381333931'),
  green: gtin('5012345678900'),
  blue: gtin('9780201379624'),
  yellow: gtin('8710398527110'),
} as const;
export type ProductColour = keyof typeof GTINS;

/** What the planogram wants, from the left: slot, colour, number of facings. */
export const PLANOGRAM: readonly { slot: string; colour: ProductColour; facings: number }[] = [
  { slot: 'a', colour: 'red', facings: 3 },
  { slot: 'b', colour: 'green', facings: 2 },
  { slot: 'c', colour: 'blue', facings: 3 },
  { slot: 'd', colour: 'yellow', facings: 1 },
];

export const WIDTH = 960;
export const HEIGHT = 540;
const FACINGS = PLANOGRAM.reduce((sum, { facings }) => sum + facings, 0);
const LEFT = 0.05;
const PITCH = 0.9 / FACINGS;
const [TOP, BOTTOM] = [0.3, 0.7];

/** Prefix of the slot ids, so that several shops do not collide. */
export function regionsOf(prefix: string): FacingRegion[] {
  let index = 0;
  return PLANOGRAM.flatMap(({ slot, facings }) =>
    Array.from({ length: facings }, (_, facing) => ({ slotId: `${prefix}-${slot}`, facing, quad: quadAt(index++) })),
  );
}

const quadAt = (index: number): Quad => {
  const left = LEFT + index * PITCH;
  const right = left + PITCH;
  return [
    { x: left, y: TOP },
    { x: right, y: TOP },
    { x: right, y: BOTTOM },
    { x: left, y: BOTTOM },
  ];
};

export interface ShelfPicture {
  /** By slot, what stands in each facing from the left; what is not named is as planned. */
  contents?: Partial<Record<string, readonly Colour[]>>;
  /** 1 = well lit. */
  light?: number;
  /** Makes two pictures of the same shelf differ as a sensor's noise does. */
  noiseSeed?: number;
  /** Pixels by which the whole picture is shifted to the right. */
  shift?: number;
  blur?: number;
  width?: number;
  height?: number;
}

/** Draws the shelf as a JPEG. */
export async function drawShelf({
  contents = {},
  light = 1,
  noiseSeed = 1,
  shift = 0,
  blur,
  ...size
}: ShelfPicture = {}) {
  const [width, height] = [size.width ?? WIDTH, size.height ?? HEIGHT];
  let index = 0;
  const boxes = PLANOGRAM.flatMap(({ slot, colour, facings }) =>
    Array.from({ length: facings }, (_, facing) => box(index++, contents[slot]?.[facing] ?? colour)),
  );
  const rails = [0.26, 0.71, 0.9].map(
    (y) => `<rect x="0" y="${y * HEIGHT}" width="${WIDTH}" height="14" fill="#eee"/>`,
  );
  const tags = Array.from(
    { length: 23 },
    (_, i) =>
      `<rect x="${i * 43 + ((i * 31) % 19)}" y="${0.712 * HEIGHT}" width="${20 + ((i * 7) % 13)}" height="11" fill="#222"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-shift} 0 ${WIDTH} ${HEIGHT}" width="${width}" height="${height}" preserveAspectRatio="none">
    <rect x="-200" width="${WIDTH + 400}" height="${HEIGHT}" fill="#9a9791"/>${rails.join('')}${tags.join('')}${boxes.join('')}</svg>`;
  const drawn = blur === undefined ? sharp(Buffer.from(svg)) : sharp(Buffer.from(svg)).blur(blur);
  const { data } = await drawn.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const noisy = addNoise(data, light, noiseSeed);
  return sharp(noisy, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 88 })
    .toBuffer();
}

/** A box with a label, so that an item has structure and not only colour. */
function box(index: number, colour: Colour): string {
  const x = (LEFT + index * PITCH) * WIDTH;
  const [y, w, h] = [TOP * HEIGHT, PITCH * WIDTH, (BOTTOM - TOP) * HEIGHT];
  const body = `<rect x="${x + 3}" y="${y + 4}" width="${w - 6}" height="${h - 8}" fill="${COLOURS[colour]}"/>`;
  if (colour === 'empty' || colour === 'occluded') return body;
  const label = `<rect x="${x + w * 0.3}" y="${y + h * 0.12}" width="${w * 0.4}" height="${h * 0.1}" fill="#fff"/>`;
  return `${body}${label}<circle cx="${x + w / 2}" cy="${y + h * 0.82}" r="${w * 0.15}" fill="#111"/>`;
}

/** Grey levels of a sensor's noise; a table, as drawing lots for each pixel would take most of a test's time. */
const NOISE = (() => {
  let state = 7_919;
  return Float32Array.from({ length: 1 << 16 }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return (state / 2_147_483_648 - 0.5) * 8;
  });
})();

function addNoise(pixels: Buffer, light: number, seed: number): Uint8ClampedArray {
  const noisy = new Uint8ClampedArray(pixels.length);
  const mask = NOISE.length - 1;
  const offset = seed * 7_919;
  for (let i = 0; i < noisy.length; i++) noisy[i] = pixels[i]! * light + NOISE[(i * 5 + offset) & mask]!;
  return noisy;
}
