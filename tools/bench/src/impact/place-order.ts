import { type ReorderProposal, proposeReorder } from '@shelfwatch/domain';
import type { Chance } from './chance.js';
import type { ImpactParameters } from './parameters.js';
import { inBook, onOrder, type OpenOrder, type ProductStock } from './product-stock.js';
import type { ShopProduct } from './shop-range.js';

/** What shops know of their supplier's lead time: its mean, and half a day of spread. */
export const LEAD_TIME_STD_DAYS = 0.5;

/** The order that the perpetual inventory would place this evening: by the book, right or wrong. */
export function proposeByBook(
  stock: ProductStock,
  product: ShopProduct,
  { supply }: ImpactParameters,
): ReorderProposal {
  return proposeReorder(
    {
      position: inBook(stock) + onOrder(stock),
      dailySales: stock.forecast,
      dailySalesStd: Math.sqrt(stock.forecastVariance),
      casePack: product.casePack,
      supplier: { leadTimeDays: supply.leadTimeDays, leadTimeStdDays: LEAD_TIME_STD_DAYS, minimumOrderCases: 1 },
      shelfCapacity: product.capacity,
      storeCapacity: null,
    },
    supply.replenishment,
  );
}

/** What becomes of an order: lateness, short shipment, a supplier who has none. By product and day, whoever orders. */
export function shipOrder(
  chance: Chance,
  { supply }: ImpactParameters,
  { product, day, quantity, casePack }: { product: number; day: number; quantity: number; casePack: number },
): OpenOrder {
  const next = chance.stream('supply', product, day);
  const [least, most] = supply.lateDays;
  const late = next() < supply.lateShare ? least + Math.floor(next() * (most - least + 1)) : 0;
  const isShort = next() < supply.shortShare;
  const cases = quantity / casePack;
  const shippedCases = isOut(chance, supply, product, day) ? 0 : isShort ? Math.floor(next() * cases) : cases;
  const expectedOnDay = day + supply.leadTimeDays;
  return {
    ...{ quantity, orderedOnDay: day, expectedOnDay, arrivesOnDay: expectedOnDay + late },
    shipped: shippedCases * casePack,
  };
}

/** Whether the supplier has none of the product on that day: outages of a fixed length that begin by chance. */
function isOut(chance: Chance, supply: ImpactParameters['supply'], product: number, day: number): boolean {
  for (let began = day - supply.outageDays + 1; began <= day; began += 1) {
    if (chance.uniform('outage', product, began) < supply.outagesPerDay) return true;
  }
  return false;
}
