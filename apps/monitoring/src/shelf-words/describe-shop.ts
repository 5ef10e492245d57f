import { type Place, type ProductSummary } from '@shelfwatch/contracts';
import type { FixtureEntity, ProductEntity, SlotEntity, UnitOfWork } from '@shelfwatch/persistence';

/** Turns ids into what people read: products with their pictures, places with their names. */
export class ShopWords {
  private constructor(
    private readonly products: ReadonlyMap<string, ProductEntity>,
    private readonly slots: ReadonlyMap<string, SlotEntity>,
    private readonly fixtures: ReadonlyMap<string, FixtureEntity>,
  ) {}

  static async load(unit: UnitOfWork, slotIds: readonly string[], gtins: readonly string[]): Promise<ShopWords> {
    const slots = slotIds.length === 0 ? [] : await unit.shops.slotsById([...new Set(slotIds)]);
    const wanted = [...new Set([...gtins, ...slots.map(({ gtin }) => gtin)])];
    const storeIds = [...new Set(slots.map(({ storeId }) => storeId))];
    const [products, fixtures] = await Promise.all([
      wanted.length === 0 ? [] : unit.shops.products(wanted),
      Promise.all(storeIds.map((storeId) => unit.shops.fixtures(storeId))),
    ]);
    return new ShopWords(
      new Map(products.map((product) => [product.gtin, product])),
      new Map(slots.map((slot) => [slot.slotId, slot])),
      new Map(fixtures.flat().map((fixture) => [`${fixture.storeId}/${fixture.fixtureId}`, fixture])),
    );
  }

  product(gtin: string): ProductSummary {
    const product = this.products.get(gtin);
    if (product === undefined)
      return { gtin, name: `Unknown product ${gtin}`, brand: '', category: '', priceCents: 0, pictureUrl: null };
    const { name, brand, category, priceCents, pictureId } = product;
    return { gtin, name, brand, category, priceCents, pictureUrl: pictureUrl(pictureId) };
  }

  place(slotId: string, cameraId: string): Place {
    const slot = this.slots.get(slotId);
    const fixture = this.fixtures.get(`${slot?.storeId}/${slot?.fixtureId}`);
    return {
      storeId: slot?.storeId ?? '',
      fixtureId: slot?.fixtureId ?? '',
      fixtureName: fixture?.name ?? '',
      aisle: fixture?.aisle ?? '',
      shelf: slot?.shelf ?? 0,
      position: slot?.position ?? 0,
      slotId,
      cameraId,
    };
  }
}

export const pictureUrl = (pictureId: string | null): string | null =>
  pictureId === null ? null : `/v1/pictures/${pictureId}`;

export const isoOrNull = (moment: Date | null): string | null => moment?.toISOString() ?? null;
