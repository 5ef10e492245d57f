import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PRODUCTS, trainingShoot, type TrainingShootOptions } from '@shelfwatch/shelfsim';
import { CROP_SIZE, cropRegion, decodePicture } from '@shelfwatch/vision/serving';
import sharp from 'sharp';

/** High enough that it teaches nothing about JPEG. */
const QUALITY = 95;

/**
 * Shoots shelves and writes what stands in each facing as a picture of its own, cut out by the crop code of inference: a folder that the
 * retraining service can import. `<label>/<picture>/<number>.jpg`, and `classes.csv` with the names; pictures of one shot are a group.
 *
 * @param wanted labels to write; all when undefined
 * @param onCrop hears how many are written
 * @returns how many were written
 */
export async function exportPictures(
  shoot: TrainingShootOptions,
  folder: string,
  { wanted, onCrop = () => {} }: { wanted?: (label: string) => boolean; onCrop?: (done: number) => void } = {},
): Promise<number> {
  const products = shoot.products ?? PRODUCTS;
  await mkdir(folder, { recursive: true });
  const names = products.map(({ gtin, name }) => `${gtin},"${name.replaceAll('"', '""')}"`);
  await writeFile(join(folder, 'classes.csv'), ['class,name', ...names, ''].join('\n'));
  let [done, picture] = [0, 0];
  for await (const { jpeg, facings } of trainingShoot(shoot)) {
    const pixels = await decodePicture(jpeg);
    const chosen = facings.filter(({ label }) => wanted?.(label) ?? true);
    const group = `${String(shoot.seed).replaceAll(/[^A-Za-z0-9-]/g, '-')}-${picture}`;
    await Promise.all(
      chosen.map(async ({ quad, label }, number) => {
        const crop = Buffer.from(cropRegion(pixels, quad));
        const file = await sharp(crop, { raw: { width: CROP_SIZE, height: CROP_SIZE, channels: 3 } })
          .jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' })
          .toBuffer();
        await mkdir(join(folder, label, group), { recursive: true });
        await writeFile(join(folder, label, group, `${number}.jpg`), file);
      }),
    );
    done += chosen.length;
    picture += 1;
    onCrop(done);
  }
  return done;
}
