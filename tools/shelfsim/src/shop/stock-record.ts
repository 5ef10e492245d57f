import type { Product } from '../catalogue/product.js';
import type { Random } from '../chance/random.js';

/** Stock of one product: what the books say and what is really there. Items, not cases. */
export interface StockRecord {
  gtin: string;
  /** On the shelf at opening; books and shelf agree. */
  shelf: number;
  backroomBook: number;
  /** Less than the books say: phantom inventory. */
  backroomTrue: number;
  onOrder: number;
  /** Days after opening at which the order arrives; `undefined` without an order. */
  onOrderDueDays?: number;
  dailySales: number;
  dailySalesStd: number;
  /** Order when the inventory position (shelf + back room + on order) is at or under this. */
  reorderPoint: number;
}

/** Shares of products by what lies behind the shelf; the rest is to be reordered. */
const WITH_BACKROOM = 0.55;
const PHANTOM = 0.07;
const ON_ORDER = 0.2;
/** Standard normal quantile of a service level of 95 %. */
const SERVICE = 1.65;

const cases = (chance: Random, product: Product, low: number, high: number): number =>
  product.casePack * chance.whole(low, high);

/** Draws the stock of one product; @param shelf items that its slot holds */
export function drawStock(chance: Random, product: Product, shelf: number): StockRecord {
  // A product without back-room stock sells enough that its shelf alone is below the reorder point.
  const dailySales = Math.round((shelf * chance.between(1.1, 2.4)) / Math.sqrt(product.leadTimeDays)) + 2;
  const dailySalesStd = Math.round(dailySales * 3) / 10;
  const reorderPoint = Math.ceil(
    dailySales * (product.leadTimeDays + 1) + SERVICE * dailySalesStd * Math.sqrt(product.leadTimeDays + 1),
  );
  const record = { gtin: product.gtin, shelf, dailySales, dailySalesStd, reorderPoint };
  const lot = chance.next();
  if (lot < WITH_BACKROOM) {
    const backroom = cases(chance, product, 4, 9);
    return { ...record, backroomBook: backroom, backroomTrue: backroom, onOrder: 0 };
  }
  if (lot < WITH_BACKROOM + PHANTOM)
    return { ...record, backroomBook: cases(chance, product, 1, 2), backroomTrue: 0, onOrder: 0 };
  if (lot < WITH_BACKROOM + PHANTOM + ON_ORDER)
    return {
      ...record,
      backroomBook: 0,
      backroomTrue: 0,
      onOrder: cases(chance, product, 2, 5),
      onOrderDueDays: chance.whole(1, product.leadTimeDays),
    };
  return { ...record, backroomBook: 0, backroomTrue: 0, onOrder: 0 };
}
