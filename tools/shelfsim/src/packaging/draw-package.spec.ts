import { createHash } from 'node:crypto';
import { CATALOGUE } from '../catalogue/catalogue.js';
import { drawPackage } from './draw-package.js';

const digest = (index: number, turn = 0): string => {
  const entry = CATALOGUE[index];
  if (entry === undefined) throw new Error(`No product ${index}`);
  return createHash('sha256')
    .update(drawPackage(entry, 1, turn).data())
    .digest('hex');
};

describe('drawPackage', () => {
  it('When every product is drawn, then no two look the same', () => {
    const digests = CATALOGUE.map((_, index) => digest(index));
    expect(new Set(digests).size).toBe(CATALOGUE.length);
  });

  it('When a product is drawn twice, then the pixels are the same', () => {
    expect(digest(17)).toBe(digest(17));
  });

  it('When a can is turned, then it looks different', () => {
    const can = CATALOGUE.findIndex(({ product }) => product.form === 'can');
    expect(digest(can, 1)).not.toBe(digest(can));
  });
});
