import type { Quad } from '@shelfwatch/domain';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CROP_BYTES, cropRegion } from '../preprocess/crop-region.js';
import { decodePicture } from '../preprocess/decode-picture.js';

const project = join(import.meta.dirname, '..', '..');

/** The model that the repository ships. */
export const shippedModelFolder = join(project, 'models', 'demo-shop');

export interface GoldenShelf {
  /** JPEG. */
  bytes: Buffer;
  facings: readonly { label: string; quad: Quad }[];
}

/** A picture of a shelf that no training has seen, and what stands in some of its facings. */
export async function readGoldenShelf(): Promise<GoldenShelf> {
  const folder = join(project, 'fixtures');
  const text = await readFile(join(folder, 'shelf.json'), 'utf8');
  const { facings } = JSON.parse(text) as Pick<GoldenShelf, 'facings'>;
  return { bytes: await readFile(join(folder, 'shelf.jpg')), facings };
}

/** Its facings cut out: `pixels` holds one crop for each label. */
export async function cropGoldenShelf(): Promise<{ pixels: Uint8Array; labels: readonly string[] }> {
  const { bytes, facings } = await readGoldenShelf();
  const picture = await decodePicture(bytes);
  const pixels = new Uint8Array(facings.length * CROP_BYTES);
  facings.forEach(({ quad }, index) => cropRegion(picture, quad, { into: pixels.subarray(index * CROP_BYTES) }));
  return { pixels, labels: facings.map(({ label }) => label) };
}
