import { type ShopDefinitionInput, shopDefinition } from '@shelfwatch/contracts';
import { type PackageArtist, packageOnGround } from '../packaging/package-artist.js';
import type { Shop } from './shop.js';
import type { StockRecord } from './stock-record.js';
import { viewOf } from './view-of.js';

export interface ShopDefinitionOptions {
  /** Opening time; expected deliveries are counted from it. */
  opensAt: Date;
  /** Draws the products' pictures; without it there are none. */
  artist?: PackageArtist;
}

const DAY_MS = 86_400_000;
const WEBP_QUALITY = 82;

/** The shop in the form in which the platform takes it (`PUT /v1/shops/{storeId}`). Only book figures: the platform cannot know more. */
export async function toShopDefinition(shop: Shop, options: ShopDefinitionOptions): Promise<ShopDefinitionInput> {
  const definition: ShopDefinitionInput = {
    store: { storeId: shop.storeId, name: shop.name, gln: shop.gln, timeZone: 'UTC' },
    suppliers: [...shop.suppliers],
    products: await Promise.all(
      shop.products.map(async ({ gtin, name, brand, category, priceCents, casePack, supplierId }) => ({
        ...{ gtin, name, brand, category, priceCents, casePack, supplierId },
        ...(options.artist === undefined ? {} : { pictureBase64: await pictureOf(options.artist, gtin) }),
      })),
    ),
    fixtures: shop.fixtures.map(({ fixtureId, name, aisle }) => ({ fixtureId, name, aisle })),
    slots: shop.fixtures.flatMap((fixture) =>
      fixture.slots.map(({ slotId, shelf, position, gtin, facings, rows }) => ({
        ...{ slotId, fixtureId: fixture.fixtureId, shelf, position, gtin, facings },
        capacity: facings * rows,
      })),
    ),
    cameras: shop.cameras.map((camera) => {
      const { width, height, regions } = viewOf(shop, camera);
      return {
        cameraId: camera.cameraId,
        name: camera.name,
        view: { width, height, regions: regions.map(({ quad, ...region }) => ({ ...region, quad: [...quad] })) },
      };
    }),
    stock: shop.stock.map((record) => toStockFigure(record, options.opensAt)),
  };
  shopDefinition.parse(definition);
  return definition;
}

/** Book figures of one product. */
export function toStockFigure(record: StockRecord, opensAt: Date): ShopDefinitionInput['stock'][number] {
  return {
    gtin: record.gtin,
    backroom: record.backroomBook,
    shelf: record.shelf,
    onOrder: record.onOrder,
    onOrderExpectedAt:
      record.onOrderDueDays === undefined
        ? null
        : new Date(opensAt.getTime() + record.onOrderDueDays * DAY_MS).toISOString(),
    dailySales: record.dailySales,
    dailySalesStd: record.dailySalesStd,
  };
}

async function pictureOf(artist: PackageArtist, gtin: string): Promise<string> {
  const bytes = await packageOnGround(artist.paint(gtin, 0), '#f4f3f0').encode('webp', WEBP_QUALITY);
  return bytes.toString('base64');
}
