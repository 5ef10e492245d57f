import type { RouterInput, StockEvent } from '@shelfwatch/domain';
import type { ImpactParameters } from './parameters.js';
import { LEAD_TIME_STD_DAYS } from './place-order.js';
import { onOrder, type ProductStock } from './product-stock.js';
import { DAY, dateOf } from './shop-clock.js';
import type { ShopProduct } from './shop-range.js';

/** Everything that the platform's router asks for, from what the platform can know: the event, the book, the orders. Never what is really there. */
export function routerQuestion(
  event: StockEvent,
  now: number,
  stock: ProductStock,
  product: ShopProduct,
  backroomFound: boolean | null,
  { leadTimeDays, replenishment }: ImpactParameters['supply'],
): RouterInput {
  const [order] = stock.orders;
  const expectedAt = order === undefined ? null : dateOf(order.expectedOnDay * DAY);
  return {
    event: {
      kind: event.kind,
      since: event.since,
      visibleFacings: event.visibleFacings,
      facings: product.facings,
      capacity: product.capacity,
    },
    now: dateOf(now),
    product: { gtin: event.gtin, name: event.slotId, casePack: product.casePack },
    cameraFaults: [],
    suppression: null,
    foreign: null,
    stock: {
      backroom: stock.bookBackroom,
      shelf: stock.bookShelf,
      reserved: 0,
      onOrder: onOrder(stock),
      onOrderExpectedAt: expectedAt,
      dailySales: stock.forecast,
      dailySalesStd: Math.sqrt(stock.forecastVariance),
    },
    backroomFound,
    openReorder: order === undefined ? null : { state: 'SENT', quantity: onOrder(stock), expectedAt },
    supplier: { name: 'wholesale', leadTimeDays, leadTimeStdDays: LEAD_TIME_STD_DAYS, minimumOrderCases: 1 },
    replenishment,
  };
}
