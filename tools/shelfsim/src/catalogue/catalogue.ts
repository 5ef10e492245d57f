import { FLAVOURS } from './flavours.js';
import { demonstrationGtin } from './gtin.js';
import type { BrandStyle } from './brand-style.js';
import type { Product } from './product.js';
import { RANGES } from './ranges.js';
import { SUPPLIERS } from './suppliers.js';

/** A product and what its package is drawn from. */
export interface CatalogueEntry {
  product: Product;
  style: BrandStyle;
  /** Place of the flavour within its brand, 0-based; chooses the ornament that tells variants apart. */
  variant: number;
}

const leadTimeOf = (supplierId: string): number =>
  SUPPLIERS.find((supplier) => supplier.supplierId === supplierId)?.leadTimeDays ?? 3;

/**
 * The whole range of the simulated shop. It never changes with the seed: the shipped model knows these products.
 * A new product goes to the end of its brand, so that no other product's number moves.
 */
export const CATALOGUE: readonly CatalogueEntry[] = RANGES.flatMap((range, categoryIndex) =>
  range.brands.flatMap((brand, brandIndex) =>
    brand.flavours.map((key, variant) => ({
      style: brand.style,
      variant,
      product: {
        gtin: demonstrationGtin((categoryIndex + 1) * 10_000 + (brandIndex + 1) * 100 + variant + 1),
        name: `${brand.brand} ${FLAVOURS[key].text} ${brand.contents}`,
        brand: brand.brand,
        flavour: key,
        contents: brand.contents,
        category: range.category,
        form: range.form,
        sizeMm: range.sizeMm,
        priceCents: brand.priceCents + 10 * variant,
        casePack: range.casePack,
        supplierId: range.supplierId,
        leadTimeDays: leadTimeOf(range.supplierId),
      },
    })),
  ),
);

export const PRODUCTS: readonly Product[] = CATALOGUE.map((entry) => entry.product);
