import sharp from 'sharp';
import { PRODUCTS } from '../catalogue/catalogue.js';
import { trainingShoot, type TrainingPicture } from './training-shoot.js';

const products = PRODUCTS.slice(0, 50);

async function shootAll(seed: number, perClass: number): Promise<TrainingPicture[]> {
  const pictures: TrainingPicture[] = [];
  const picture = { width: 960, height: 540 };
  for await (const shot of trainingShoot({ perClass, seed, products, picture, specialFactor: 2 })) pictures.push(shot);
  return pictures;
}

describe('trainingShoot', () => {
  it('When a shoot has ended, then every product has its number of facings, and the special labels their multiple', async () => {
    const pictures = await shootAll(1, 3);
    const counts = new Map<string, number>();
    for (const { label } of pictures.flatMap(({ facings }) => facings)) counts.set(label, (counts.get(label) ?? 0) + 1);
    for (const { gtin } of products) expect(counts.get(gtin)).toBe(3);
    expect(counts.get('empty')).toBe(6);
    expect(counts.get('occluded')).toBe(6);
    expect(counts.size).toBe(products.length + 2);
    expect(await sharp(pictures[0]?.jpeg).metadata()).toMatchObject({ width: 960, height: 540 });
    for (const { x, y } of pictures.flatMap(({ facings }) => facings.flatMap(({ quad }) => quad))) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(Math.max(x, y)).toBeLessThanOrEqual(1);
    }
  });

  it('When a shoot is repeated with its seed, then pictures and labels are the same; with another they are not', async () => {
    const [first] = await shootAll(7, 1);
    const [again] = await shootAll(7, 1);
    const [other] = await shootAll(8, 1);
    expect(again).toEqual(first);
    expect(other?.jpeg.equals(first?.jpeg ?? Buffer.alloc(0))).toBe(false);
  });
});
