import { figureOf, type KpiDefinition, type KpiFigure } from './kpi-figure.js';

export const SHARE_OF_SHELF: KpiDefinition = {
  id: 'shareOfShelf',
  name: 'Share of shelf',
  formula: 'facings of the brand ÷ facings of all brands',
  unit: 'share',
  higherIsBetter: null,
  source: 'facings count; where widths are known, centimetres in place of facings',
};

/** Space that a brand holds: facings, or centimetres throughout. */
export interface BrandSpace {
  brand: string;
  space: number;
}

/** Each brand's share, 0..1, in order of first appearance; the shares add up to 1. */
export function shareOfShelf(spaces: readonly BrandSpace[]): Map<string, KpiFigure> {
  const total = spaces.reduce((sum, { space }) => sum + space, 0);
  const byBrand = new Map<string, number>();
  for (const { brand, space } of spaces) byBrand.set(brand, (byBrand.get(brand) ?? 0) + space);
  return new Map([...byBrand].map(([brand, space]) => [brand, figureOf(space, total)]));
}
