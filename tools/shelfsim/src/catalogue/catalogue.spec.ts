import { parseGtin } from '@shelfwatch/domain';
import { motifOf } from '../packaging/motifs/motifs.js';
import { CATALOGUE, PRODUCTS } from './catalogue.js';
import { FLAVOURS } from './flavours.js';
import { SUPPLIERS } from './suppliers.js';

describe('The catalogue', () => {
  it('When it is counted, then it has at least 224 products in at least 12 categories', () => {
    expect(PRODUCTS.length).toBeGreaterThanOrEqual(224);
    expect(new Set(PRODUCTS.map((product) => product.category)).size).toBeGreaterThanOrEqual(12);
  });

  it('When GTINs are checked, then each is valid, unique and from the demonstration range', () => {
    for (const { gtin } of PRODUCTS) {
      expect(parseGtin(gtin)).toBe(gtin);
      expect(gtin.startsWith('0952')).toBe(true);
    }
    expect(new Set(PRODUCTS.map((product) => product.gtin)).size).toBe(PRODUCTS.length);
  });

  it('When the variants of a brand are compared, then they share the style and differ in flavour and ornament', () => {
    const brands = new Map<string, typeof CATALOGUE>();
    for (const entry of CATALOGUE) brands.set(entry.product.brand, [...(brands.get(entry.product.brand) ?? []), entry]);
    for (const variants of brands.values()) {
      expect(variants.length).toBeGreaterThanOrEqual(3);
      expect(new Set(variants.map(({ style }) => style)).size).toBe(1);
      expect(new Set(variants.map(({ product }) => product.flavour)).size).toBe(variants.length);
      expect(new Set(variants.map(({ variant }) => variant)).size).toBe(variants.length);
    }
  });

  it('When products name suppliers and flavours, then these exist and flavours have pictures', () => {
    const suppliers = new Set(SUPPLIERS.map((supplier) => supplier.supplierId));
    expect(PRODUCTS.filter((product) => !suppliers.has(product.supplierId))).toEqual([]);
    expect(PRODUCTS.filter((product) => !(product.flavour in FLAVOURS))).toEqual([]);
    for (const { motif } of Object.values(FLAVOURS)) expect(motifOf(motif)).toBeInstanceOf(Function);
  });
});
