import type { ShopDefinitionInput } from '@shelfwatch/contracts';

const TEA = '8904000210037';
const JAM = '7300011000017';
const PIXEL_PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg==';
const corner = (x: number, y: number) => ({ x, y });

/** A shop with one camera that sees two slots. */
export const cornerShop = (): ShopDefinitionInput => ({
  store: { storeId: 'corner', name: 'Corner shop', timeZone: 'Europe/Berlin' },
  suppliers: [{ supplierId: 'wholesale', name: 'Wholesale', leadTimeDays: 2 }],
  products: [
    {
      gtin: TEA,
      name: 'Tea',
      brand: 'Leaf',
      category: 'Drinks',
      priceCents: 250,
      casePack: 6,
      supplierId: 'wholesale',
      pictureBase64: PIXEL_PNG,
    },
    { gtin: JAM, name: 'Jam', category: 'Jars', priceCents: 310, casePack: 12, supplierId: 'wholesale' },
  ],
  fixtures: [{ fixtureId: 'bay-1', name: 'Bay 1', aisle: 'A' }],
  slots: [
    { slotId: 'corner-1', fixtureId: 'bay-1', shelf: 1, position: 1, gtin: TEA, facings: 2, capacity: 12 },
    { slotId: 'corner-2', fixtureId: 'bay-1', shelf: 1, position: 2, gtin: JAM, facings: 1, capacity: 6 },
  ],
  cameras: [
    {
      cameraId: 'corner-cam',
      name: 'Camera 1',
      view: {
        width: 1280,
        height: 720,
        regions: [0, 1].map((facing) => ({
          slotId: 'corner-1',
          facing,
          quad: [
            corner(0.1 * facing, 0),
            corner(0.1 * facing + 0.1, 0),
            corner(0.1 * facing + 0.1, 0.3),
            corner(0.1 * facing, 0.3),
          ],
        })),
      },
    },
  ],
  stock: [{ gtin: TEA, backroom: 0, shelf: 4, dailySales: 24 }],
});
