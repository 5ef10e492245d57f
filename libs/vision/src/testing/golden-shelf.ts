import type { Quad } from '@shelfwatch/domain';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CROP_BYTES, cropRegion } from '../preprocess/crop-region.js';
import { decodePicture } from '../preprocess/decode-picture.js';

const project = join(import.meta.dirname, '..', '..');

/** The model that the repository ships. */
export const shippedModelFolder = join(project, 'models', 'demo-shop');

/** Crops of a picture whose contents are known: `pixels` holds one for each label. */
export async function goldenShelf(): Promise<{ pixels: Uint8Array; labels: readonly string[] }> {
  const folder = join(project, 'fixtures');
  const picture = await decodePicture(await readFile(join(folder, 'shelf.jpg')));
  const { facings } = JSON.parse(await readFile(join(folder, 'shelf.json'), 'utf8')) as {
    facings: { label: string; quad: Quad }[];
  };
  const pixels = new Uint8Array(facings.length * CROP_BYTES);
  facings.forEach(({ quad }, index) => cropRegion(picture, quad, { into: pixels.subarray(index * CROP_BYTES) }));
  return { pixels, labels: facings.map(({ label }) => label) };
}
