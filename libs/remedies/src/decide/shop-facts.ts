import { type ExpectedGaps, type ReplenishmentPolicy, shelfCapacities, type StockEventFact } from '@shelfwatch/domain';
import type {
  ProductEntity,
  ReorderEntity,
  StockLevelEntity,
  StoreEntity,
  SupplierEntity,
  UnitOfWork,
} from '@shelfwatch/persistence';

/** What the books say about some products of one store; the rules decide on it. */
export interface ShopFacts {
  store: StoreEntity | undefined;
  products: ReadonlyMap<string, ProductEntity>;
  suppliers: ReadonlyMap<string, SupplierEntity>;
  stock: ReadonlyMap<string, StockLevelEntity>;
  openReorders: ReadonlyMap<string, ReorderEntity>;
  /** How each product is ordered. */
  policies: ReadonlyMap<string, ReplenishmentPolicy>;
  expectedGaps: ExpectedGaps;
  /** Items that all slots of a product hold when full, by GTIN. */
  shelfCapacity: ReadonlyMap<string, number>;
}

/** Reads them afresh: decisions must not rest on yesterday's stock. @throws {PersistenceError} */
export async function readShopFacts(
  unit: UnitOfWork,
  storeId: string,
  gtins: readonly string[],
  at: Date,
): Promise<ShopFacts> {
  const [store, products, suppliers, stock, reorders, policies, windows, slots] = await Promise.all([
    unit.shops.store(storeId),
    unit.shops.products(gtins),
    unit.shops.suppliers(),
    unit.stockLevels.of(storeId, gtins),
    unit.reorders.openOf(storeId, gtins),
    unit.policies.resolve(storeId, gtins),
    unit.suppressions.active(storeId, at),
    unit.shops.slots(storeId),
  ]);
  return {
    store,
    products: by('gtin', products),
    suppliers: by('supplierId', suppliers),
    stock,
    openReorders: by('gtin', reorders),
    policies,
    expectedGaps: {
      windows,
      openingHours: store?.openingHours ?? [],
      timeZone: store?.timeZone ?? 'UTC',
    },
    shelfCapacity: shelfCapacities(slots),
  };
}

const by = <K extends string, T extends Record<K, string>>(key: K, rows: readonly T[]): Map<string, T> =>
  new Map(rows.map((row) => [row[key], row]));

/** Products that changes of events are about, the foreign ones too. */
export const gtinsOfFacts = (facts: readonly StockEventFact[]): string[] => [
  ...new Set(
    facts.flatMap(({ event }) => [event.gtin, ...(event.foreignGtin === undefined ? [] : [event.foreignGtin])]),
  ),
];
