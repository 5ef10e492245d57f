import { PRODUCTS, trainingShoot } from '@shelfwatch/shelfsim';
import { CropPool, decodePicture } from '@shelfwatch/vision/serving';

/** Crops from one picture and what they show; `pixels` holds them one after the other. */
export interface LabelledCrops {
  pixels: Uint8Array<ArrayBuffer>;
  labels: readonly string[];
}

/** Facings of each product, and four times as many empty and occluded ones. */
const PER_CLASS = 6;

/** Renders shelves that no training has seen (training never uses such a seed), and cuts the facings out as the service does. */
export async function* heldOutCrops(seed: number, progress: (line: string) => void): AsyncGenerator<LabelledCrops> {
  const pool = new CropPool();
  const expected = PER_CLASS * (PRODUCTS.length + 8);
  let done = 0;
  try {
    for await (const { jpeg, facings } of trainingShoot({ perClass: PER_CLASS, seed: `held-out/${seed}` })) {
      if (facings.length === 0) continue;
      const quads = facings.map(({ quad }) => quad);
      yield { pixels: await pool.crop(await decodePicture(jpeg), quads), labels: facings.map(({ label }) => label) };
      done += facings.length;
      progress(`classified ${done} of ${expected} unseen facings`);
    }
  } finally {
    await pool.close();
  }
}
