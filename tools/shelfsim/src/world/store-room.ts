import type { StockRecord } from '../shop/stock-record.js';

/** The book stock of a product at one moment. */
export interface BookStock {
  backroom: number;
  onOrder: number;
}

/** Stock behind the shelves: what the books say and what is there. */
export class StoreRoom {
  readonly #book = new Map<string, BookStock>();
  readonly #there = new Map<string, number>();

  constructor(stock: readonly StockRecord[]) {
    for (const record of stock) {
      this.#book.set(record.gtin, { backroom: record.backroomBook, onOrder: record.onOrder });
      this.#there.set(record.gtin, record.backroomTrue);
    }
  }

  book(gtin: string): BookStock {
    return this.#book.get(gtin) ?? { backroom: 0, onOrder: 0 };
  }

  there(gtin: string): number {
    return this.#there.get(gtin) ?? 0;
  }

  take(gtin: string, items: number): void {
    const book = this.book(gtin);
    this.#there.set(gtin, this.there(gtin) - items);
    this.#book.set(gtin, { ...book, backroom: Math.max(0, book.backroom - items) });
  }

  /** Somebody orders what is neither there nor on its way. */
  orderWhenOut(gtin: string, items: number): void {
    if (this.there(gtin) === 0 && this.book(gtin).onOrder === 0) this.#book.set(gtin, { backroom: 0, onOrder: items });
  }

  /** Everything on order arrives. @returns the products that came */
  receiveOrders(): string[] {
    const arrived = [...this.#book].filter(([, book]) => book.onOrder > 0);
    for (const [gtin, book] of arrived) {
      this.#there.set(gtin, this.there(gtin) + book.onOrder);
      this.#book.set(gtin, { backroom: book.backroom + book.onOrder, onOrder: 0 });
    }
    return arrived.map(([gtin]) => gtin);
  }
}
