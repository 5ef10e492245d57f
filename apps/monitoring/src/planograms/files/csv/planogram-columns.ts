/** Columns of the flat CSV, in the order in which it is written, and the field of the planogram model that each one fills. */
export const FIXTURE_COLUMNS = {
  fixture_id: 'fixtureId',
  fixture_name: 'name',
  aisle: 'aisle',
  fixture_width_mm: 'widthMm',
  fixture_height_mm: 'heightMm',
} as const;
export const SHELF_COLUMNS = { shelf: 'shelf', shelf_bottom_mm: 'bottomMm', shelf_height_mm: 'heightMm' } as const;
export const PRODUCT_COLUMNS = {
  gtin: 'gtin',
  product_name: 'name',
  brand: 'brand',
  category: 'category',
  product_width_mm: 'widthMm',
  product_height_mm: 'heightMm',
  product_depth_mm: 'depthMm',
  price_cents: 'priceCents',
  case_pack: 'casePack',
  supplier_id: 'supplierId',
} as const;
export const POSITION_COLUMNS = {
  fixture_id: 'fixtureId',
  shelf: 'shelf',
  position: 'position',
  slot_id: 'slotId',
  gtin: 'gtin',
  facings: 'facings',
  capacity: 'capacity',
  low_facings: 'lowFacings',
  left_mm: 'leftMm',
  width_mm: 'widthMm',
  bottom_mm: 'bottomMm',
  height_mm: 'heightMm',
} as const;

export const COLUMNS: readonly string[] = [
  ...new Set([
    'planogram',
    ...Object.keys({ ...FIXTURE_COLUMNS, ...SHELF_COLUMNS, ...POSITION_COLUMNS, ...PRODUCT_COLUMNS }),
  ]),
];

export const REQUIRED_COLUMNS = ['fixture_id', 'shelf', 'position', 'gtin', 'facings'] as const;

/** What else a column may be called. */
export const ALIASES: Readonly<Record<string, string>> = {
  bay: 'fixture_id',
  fixture: 'fixture_id',
  bay_name: 'fixture_name',
  slot: 'position',
  ean: 'gtin',
  upc: 'gtin',
  product: 'product_name',
  name: 'product_name',
  supplier: 'supplier_id',
  low: 'low_facings',
  store_id: 'store',
};
