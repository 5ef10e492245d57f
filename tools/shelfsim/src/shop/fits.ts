import type { SizeMm } from '../catalogue/product.js';

/** Whether somebody could have put one product where another belongs. */
export const fits = (product: { sizeMm: SizeMm }, place: { sizeMm: SizeMm }): boolean =>
  Math.abs(product.sizeMm.width - place.sizeMm.width) <= 14 &&
  Math.abs(product.sizeMm.height - place.sizeMm.height) <= 26;
