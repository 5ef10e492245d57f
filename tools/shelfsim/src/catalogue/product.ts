import type { Gtin } from '@shelfwatch/domain';

/** Shapes of packages that the simulator can draw. */
export const PACKAGE_FORMS = [
  'box',
  'carton',
  'bag',
  'bottle',
  'can',
  'jar',
  'squeeze',
  'tin',
  'gable',
  'tub',
  'pouch',
  'tube',
  'spray',
  'tray',
  'multipack',
  'sachet',
] as const;
export type PackageForm = (typeof PACKAGE_FORMS)[number];

export interface SizeMm {
  width: number;
  height: number;
  depth: number;
}

/** An article of the simulated shop. */
export interface Product {
  gtin: Gtin;
  name: string;
  brand: string;
  /** Key of the flavour, see `flavours.ts`; what tells the variants of a brand apart. */
  flavour: string;
  /** Contents, as printed: `500 g`. */
  contents: string;
  category: string;
  form: PackageForm;
  sizeMm: SizeMm;
  priceCents: number;
  casePack: number;
  supplierId: string;
  leadTimeDays: number;
}
