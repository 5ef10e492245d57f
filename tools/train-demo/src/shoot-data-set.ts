import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PRODUCTS, trainingShoot } from '@shelfwatch/shelfsim';
import { CROP_BYTES, CROP_SIZE, cropRegion, decodePicture, specialLabels } from '@shelfwatch/vision/serving';
import { CropDataSetWriter } from '@shelfwatch/vision/training';
import { type DataSetPlan, groupOf, SIDES } from './data-set-plan.js';

/** Labels of the shipped model, in the order of its output. */
export const demoLabels = [
  ...PRODUCTS.map(({ gtin, name }) => ({ label: gtin as string, name })),
  ...specialLabels.map((label) => ({ label, name: label === 'empty' ? 'Empty place' : 'Hidden by somebody' })),
];

/**
 * Shoots the simulated shop and cuts its facings out with the crop code of inference.
 *
 * @param onCrop hears how many crops are done, of about how many
 * @returns the folder, at once when this plan was shot before
 */
export async function shootDataSet(
  plan: DataSetPlan,
  parent: string,
  onCrop: (done: number, total: number) => void,
): Promise<string> {
  const name = createHash('sha256')
    .update(JSON.stringify([plan, demoLabels]))
    .digest('hex')
    .slice(0, 12);
  const folder = join(parent, `crops-${name}`);
  if (existsSync(folder)) return folder;
  const partial = `${folder}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(parent, { recursive: true });
  const writer = await CropDataSetWriter.create(partial, demoLabels, CROP_SIZE);
  const indexes = new Map(demoLabels.map(({ label }, index) => [label, index]));
  const specialFactor = 4;
  const perClass = SIDES.reduce((sum, side) => sum + plan.perClass[side], 0);
  const total = perClass * (PRODUCTS.length + specialLabels.length * specialFactor);
  const crop = new Uint8Array(CROP_BYTES);
  let done = 0;
  for (const side of SIDES) {
    let picture = 0;
    const shoot = { seed: `${plan.seed}/${side}`, perClass: plan.perClass[side], specialFactor };
    for await (const { jpeg, facings } of trainingShoot(shoot)) {
      const pixels = await decodePicture(jpeg);
      for (const { quad, label } of facings) {
        cropRegion(pixels, quad, { into: crop });
        await writer.add({ label: indexes.get(label)!, group: groupOf(side, picture) }, crop);
        onCrop((done += 1), total);
      }
      picture += 1;
    }
  }
  await writer.finish();
  await rename(partial, folder);
  return folder;
}
