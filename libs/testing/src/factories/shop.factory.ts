import { type ShopDefinition, shopDefinition, type ShopDefinitionInput } from '@shelfwatch/contracts';
import { defaultLowFacings, type Point, type Slot } from '@shelfwatch/domain';
import { JAM, TEA } from './constants.js';

export function aSlot(changes: Partial<Slot> = {}): Slot {
  const facings = changes.facings ?? 2;
  return {
    slotId: 'store-1-a',
    storeId: 'store-1',
    fixtureId: 'bay-1',
    shelf: 1,
    position: 1,
    gtin: TEA,
    facings,
    capacity: facings * 5,
    lowFacings: defaultLowFacings(facings),
    ...changes,
  };
}

/** A view of slots side by side in one row, each facing as wide as the others. */
export function aView(slots: readonly Pick<Slot, 'slotId' | 'facings'>[], { width = 1280, height = 720 } = {}) {
  const facings = slots.flatMap(({ slotId, facings: count }) =>
    Array.from({ length: count }, (_, facing) => ({ slotId, facing })),
  );
  const step = 1 / Math.max(1, facings.length);
  const regions = facings.map(({ slotId, facing }, index) => {
    const [left, right] = [index * step, (index + 1) * step];
    const quad: [Point, Point, Point, Point] = [
      { x: left, y: 0.2 },
      { x: right, y: 0.2 },
      { x: right, y: 0.8 },
      { x: left, y: 0.8 },
    ];
    return { slotId, facing, quad };
  });
  return { width, height, regions };
}

/** A whole shop, valid as it is: two products, two slots, one camera that sees both. Ids carry the store's. */
export function aShop(changes: Partial<ShopDefinitionInput> = {}, storeId = 'store-1'): ShopDefinition {
  const slots = [
    { slotId: `${storeId}-a`, fixtureId: 'bay-1', shelf: 1, position: 1, gtin: TEA, facings: 2, capacity: 10 },
    { slotId: `${storeId}-b`, fixtureId: 'bay-1', shelf: 1, position: 2, gtin: JAM, facings: 2, capacity: 12 },
  ];
  const product = { brand: 'Sample', category: 'Groceries', supplierId: 'supplier-1' };
  return shopDefinition.parse({
    store: { storeId, name: 'Corner shop' },
    suppliers: [{ supplierId: 'supplier-1', name: 'Wholesale', leadTimeDays: 2 }],
    products: [
      { ...product, gtin: TEA, name: 'Tea', priceCents: 250, casePack: 6 },
      { ...product, gtin: JAM, name: 'Jam', priceCents: 310, casePack: 12 },
    ],
    fixtures: [{ fixtureId: 'bay-1', name: 'Bay 1', aisle: 'A' }],
    slots,
    cameras: [{ cameraId: `${storeId}-cam`, name: 'Camera 1', view: aView(slots) }],
    stock: [
      { gtin: TEA, backroom: 0, shelf: 10, dailySales: 4, dailySalesStd: 2 },
      { gtin: JAM, backroom: 24, shelf: 12, dailySales: 3, dailySalesStd: 2 },
    ],
    ...changes,
  } satisfies ShopDefinitionInput);
}
