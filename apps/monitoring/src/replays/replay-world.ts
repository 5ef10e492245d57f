import {
  type BookFacts,
  type ExpectedGaps,
  foldMovements,
  type InventoryMovement,
  type ReplenishmentPolicy,
  shelfCapacities,
  type StockFigures,
} from '@shelfwatch/domain';
import type { ProductEntity, SlotEntity, StockLevelEntity, SupplierEntity, UnitOfWork } from '@shelfwatch/persistence';

/** What the books of a store say, now and at any moment of a period. */
export interface ReplayWorld {
  slots: readonly SlotEntity[];
  products: ReadonlyMap<string, ProductEntity>;
  suppliers: ReadonlyMap<string, SupplierEntity>;
  policies: ReadonlyMap<string, ReplenishmentPolicy>;
  expectedGaps: ExpectedGaps;
  shelfCapacity: ReadonlyMap<string, number>;
  /** Book stock at a moment; null for a product that the book does not know. */
  stockAt: (gtin: string, at: Date) => StockFigures | null;
}

/** @throws {PersistenceError} */
export async function readReplayWorld(unit: UnitOfWork, storeId: string, from: Date, to: Date): Promise<ReplayWorld> {
  const slots = (await unit.shops.slots(storeId)).filter(({ retiredAt }) => retiredAt === null);
  const gtins = [...new Set(slots.map(({ gtin }) => gtin))];
  const [products, suppliers, policies, windows, levels, movements, store] = await Promise.all([
    unit.shops.products(),
    unit.shops.suppliers(),
    unit.policies.resolve(storeId, gtins),
    unit.suppressions.between(storeId, from, to),
    unit.stockLevels.of(storeId, gtins),
    unit.inventory.until(storeId, to),
    unit.shops.store(storeId),
  ]);
  return {
    ...{ slots, policies },
    expectedGaps: {
      windows,
      openingHours: store?.openingHours ?? [],
      timeZone: store?.timeZone ?? 'UTC',
    },
    products: new Map(products.map((product) => [product.gtin, product])),
    suppliers: new Map(suppliers.map((supplier) => [supplier.supplierId, supplier])),
    shelfCapacity: shelfCapacities(slots),
    stockAt: (gtin, at) => stockAt(levels.get(gtin), movements.get(gtin) ?? [], at),
  };
}

/** Figures of sales and expected goods are those of today: the book keeps no history of them. */
function stockAt(
  level: StockLevelEntity | undefined,
  movements: readonly InventoryMovement[],
  at: Date,
): StockFigures | null {
  const known = movements.filter(({ effectiveAt }) => effectiveAt <= at);
  if (level === undefined || known.length === 0) return level ?? null;
  const { shelf, backroom, reserved, onOrder } = foldMovements(known);
  return { ...level, shelf, backroom, reserved, onOrder };
}

/** The facts in the form that the router asks for. */
export const bookFactsAt = (
  world: ReplayWorld,
  gtin: string,
  at: Date,
  openReorders: BookFacts['openReorders'],
): BookFacts => {
  const { products, suppliers, shelfCapacity } = world;
  const stock = world.stockAt(gtin, at);
  return { products, suppliers, shelfCapacity, openReorders, stock: new Map(stock === null ? [] : [[gtin, stock]]) };
};
