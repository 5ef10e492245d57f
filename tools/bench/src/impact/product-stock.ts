import type { SlotStatus } from '@shelfwatch/domain';
import type { ShopProduct } from './shop-range.js';

/** An order on its way. */
export interface OpenOrder {
  /** Items ordered, as the book has them. */
  quantity: number;
  orderedOnDay: number;
  /** Day on which the supplier promised it. */
  expectedOnDay: number;
  arrivesOnDay: number;
  /** Items that really come. */
  shipped: number;
}

/** What is, and what the book says, of one product. Items. */
export interface ProductStock {
  /** Items in each facing. */
  shelf: number[];
  backroom: number;
  bookShelf: number;
  bookBackroom: number;
  /** Items sold since the last count although the book had none. */
  shortfall: number;
  orders: OpenOrder[];
  /** Smoothed daily sales as scanned, and their variance. */
  forecast: number;
  forecastVariance: number;
  soldToday: number;
  lastCountedDay: number;
  /** Whether the supplier failed the last delivery. */
  failedBySupplier: boolean;
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

export const onShelf = ({ shelf }: ProductStock): number => sum(shelf);

export const inStore = (stock: ProductStock): number => onShelf(stock) + stock.backroom;

export const inBook = ({ bookShelf, bookBackroom }: ProductStock): number => bookShelf + bookBackroom;

export const onOrder = ({ orders }: ProductStock): number =>
  orders.reduce((total, { quantity }) => total + quantity, 0);

export const visibleFacings = ({ shelf }: ProductStock): number => shelf.filter((items) => items > 0).length;

/** What a perfect eye would say of the place. */
export function trueStatus(stock: ProductStock, { lowFacings }: ShopProduct): SlotStatus {
  const visible = visibleFacings(stock);
  if (visible === 0) return 'empty';
  return visible <= lowFacings ? 'low' : 'stocked';
}

/** Takes an item from one of the facings that have any. @param u in [0, 1) */
export function takeOne({ shelf }: ProductStock, u: number): boolean {
  const filled = shelf.flatMap((items, facing) => (items > 0 ? [facing] : []));
  const facing = filled[Math.floor(u * filled.length)];
  if (facing === undefined) return false;
  shelf[facing]! -= 1;
  return true;
}

/** A sale in the book. It never goes below nothing; what cannot come from the shelf must have come from the back room. */
export function bookOut(stock: ProductStock, items: number): void {
  const fromShelf = Math.min(stock.bookShelf, items);
  stock.bookShelf -= fromShelf;
  const fromBackroom = Math.min(stock.bookBackroom, items - fromShelf);
  stock.bookBackroom -= fromBackroom;
  stock.shortfall += items - fromShelf - fromBackroom;
}

/** Puts what the back room has on the shelf, emptiest facings first; the move is scanned. Returns the items moved. */
export function refill(stock: ProductStock, { depth }: ShopProduct): number {
  let moved = 0;
  while (stock.backroom > 0) {
    const least = Math.min(...stock.shelf);
    if (least >= depth) break;
    stock.shelf[stock.shelf.indexOf(least)]! += 1;
    stock.backroom -= 1;
    moved += 1;
  }
  const booked = Math.min(stock.bookBackroom, moved);
  stock.bookBackroom -= booked;
  stock.bookShelf += booked;
  return moved;
}

/** Makes the book what was counted. @param error by how much the count is wrong, items */
export function correctBook(stock: ProductStock, day: number, error: number): void {
  stock.bookShelf = onShelf(stock);
  stock.bookBackroom = Math.max(0, stock.backroom + error);
  stock.shortfall = 0;
  stock.lastCountedDay = day;
}
