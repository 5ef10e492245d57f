import { Inject, Injectable } from '@nestjs/common';
import type { ShopDefinition, ShopImported } from '@shelfwatch/contracts';
import { defaultLowFacings } from '@shelfwatch/domain';
import { Database, OwnedByAnotherStore, type ShopRows } from '@shelfwatch/persistence';
import { type PictureId, PictureStore } from '@shelfwatch/pictures';
import { ProblemException } from '@shelfwatch/platform';
import { ReviewDecisions } from '../stock-events/review-decisions.service.js';
import { findShopProblems } from './find-shop-problems.js';
import { sniffPictureType } from './sniff-picture-type.js';

/** Makes the platform know a shop as its definition says. The same definition again changes nothing. */
@Injectable()
export class ImportShop {
  constructor(
    private readonly database: Database,
    private readonly reviewDecisions: ReviewDecisions,
    @Inject(PictureStore) private readonly pictures: PictureStore,
  ) {}

  /** @throws ProblemException 422 with the place of each contradiction, 409 when an id belongs to another store */
  async import(shop: ShopDefinition): Promise<ShopImported> {
    const problems = findShopProblems(shop);
    if (problems.length > 0) {
      const { path, message } = problems[0]!;
      throw new ProblemException(
        422,
        'SHOP_CONTRADICTS_ITSELF',
        `${problems.length} problem(s); first: ${path}: ${message}`,
        problems,
      );
    }
    const rows = toRows(shop, await this.storePictures(shop));
    try {
      await this.database.transaction((unit) => unit.shopDefinitions.replace(rows, new Date()));
    } catch (error) {
      if (error instanceof OwnedByAnotherStore)
        throw new ProblemException(409, 'OWNED_BY_ANOTHER_STORE', error.message);
      throw error;
    }
    const gtins = shop.stock.map(({ gtin }) => gtin);
    if (gtins.length > 0) await this.reviewDecisions.review(shop.store.storeId, gtins, new Date());
    return {
      storeId: shop.store.storeId,
      products: shop.products.length,
      slots: shop.slots.length,
      cameras: shop.cameras.length,
    };
  }

  private async storePictures({ products }: ShopDefinition): Promise<Map<string, PictureId>> {
    const stored = new Map<string, PictureId>();
    for (const { gtin, pictureBase64 } of products) {
      if (pictureBase64 === undefined) continue;
      const bytes = Buffer.from(pictureBase64, 'base64');
      stored.set(gtin, await this.pictures.put(bytes, sniffPictureType(bytes)!));
    }
    return stored;
  }
}

function toRows(shop: ShopDefinition, pictureOf: ReadonlyMap<string, PictureId>): ShopRows {
  const { store, suppliers, products, fixtures, slots, cameras, stock } = shop;
  return {
    store: { ...store, gln: store.gln ?? null, openingHours: store.openingHours ?? null },
    suppliers,
    products: products.map(({ pictureBase64: _picture, ...product }) => ({
      ...product,
      ...(pictureOf.has(product.gtin) ? { pictureId: pictureOf.get(product.gtin)! } : {}),
    })),
    fixtures,
    slots: slots.map((slot) => ({ ...slot, lowFacings: slot.lowFacings ?? defaultLowFacings(slot.facings) })),
    cameras: cameras.map(({ view, ...camera }) => (view === undefined ? camera : { ...camera, view })),
    stock: stock.map((figure) => ({
      ...figure,
      onOrderExpectedAt: figure.onOrderExpectedAt === null ? null : new Date(figure.onOrderExpectedAt),
    })),
  };
}
