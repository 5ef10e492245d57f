import type { ShopRows } from '@shelfwatch/persistence';
import { defaultLowFacings } from '@shelfwatch/domain';
import { GTINS, HEIGHT, PLANOGRAM, type ProductColour, regionsOf, WIDTH } from './colour-shelf.js';

export interface ColourShopOptions {
  storeId: string;
  /** Camera with the calibrated view of the shelf. */
  cameraId: string;
  /** Items in the back room, by colour; default 0. */
  backroom?: Partial<Record<ProductColour, number>>;
  onOrder?: Partial<Record<ProductColour, number>>;
}

/** One shop with the colour shelf, a camera that sees it, and a camera without a view (`<cameraId>-blind`). */
export function colourShop({ storeId, cameraId, backroom = {}, onOrder = {} }: ColourShopOptions): ShopRows {
  const colours = Object.keys(GTINS) as ProductColour[];
  return {
    store: { storeId, name: `Store ${storeId}` },
    suppliers: [
      { supplierId: 'paint', name: 'Paint Ltd', leadTimeDays: 2, leadTimeStdDays: 0.5, minimumOrderCases: 1 },
    ],
    products: colours.map((colour) => ({
      gtin: GTINS[colour],
      name: `${colour} box`,
      brand: 'Colour',
      category: 'boxes',
      priceCents: 250,
      casePack: 6,
      supplierId: 'paint',
      pictureId: null,
    })),
    fixtures: [{ fixtureId: `${storeId}-bay`, name: 'Bay 1', aisle: '1' }],
    slots: PLANOGRAM.map(({ slot, colour, facings }, index) => ({
      slotId: `${storeId}-${slot}`,
      fixtureId: `${storeId}-bay`,
      shelf: 1,
      position: index + 1,
      gtin: GTINS[colour],
      facings,
      capacity: facings * 4,
      lowFacings: defaultLowFacings(facings),
    })),
    cameras: [
      { cameraId, name: 'Opposite the shelf', view: { width: WIDTH, height: HEIGHT, regions: regionsOf(storeId) } },
      { cameraId: `${cameraId}-blind`, name: 'Not calibrated' },
    ],
    stock: colours.map((colour) => ({
      gtin: GTINS[colour],
      backroom: backroom[colour] ?? 0,
      shelf: 0,
      reserved: 0,
      onOrder: onOrder[colour] ?? 0,
      onOrderExpectedAt: onOrder[colour] ? new Date(Date.now() + 86_400_000) : null,
      dailySales: 8,
      dailySalesStd: 3,
    })),
  };
}
