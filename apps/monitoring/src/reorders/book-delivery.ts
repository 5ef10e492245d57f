import type { StockPlace } from '@shelfwatch/domain';
import type { ReorderEntity, UnitOfWork } from '@shelfwatch/persistence';

/** Goods that came by a reorder. */
export interface Delivery {
  /** Names it within its reorder. */
  receiptId: string;
  /** Items. */
  quantity: number;
  place: StockPlace;
}

const keyOf = (reorderId: string, receiptId: string): string => `reorder/${reorderId}/${receiptId}`;

/** Whether this delivery is in the ledger already, for instance because an answer was lost. */
export const isBooked = (
  unit: UnitOfWork,
  { storeId, reorderId }: ReorderEntity,
  receiptId: string,
): Promise<boolean> => unit.inventory.has(storeId, keyOf(reorderId, receiptId));

/**
 * Within the transaction of the step. What the book had on order of the product came with it: there is one open order
 * of a product and supplier.
 */
export async function bookDelivery(
  unit: UnitOfWork,
  { storeId, gtin, reorderId }: ReorderEntity,
  { receiptId, quantity, place }: Delivery,
  actor: string,
  at: Date,
): Promise<void> {
  const booked = (await unit.stockLevels.of(storeId, [gtin])).get(gtin)?.onOrder ?? 0;
  const details = { kind: 'delivery', place, quantity, fromOrder: Math.min(quantity, booked) } as const;
  const movement = { idempotencyKey: keyOf(reorderId, receiptId), gtin, effectiveAt: at, details, actor };
  await unit.inventory.append(storeId, [movement]);
}
