import type { Remedy } from '@shelfwatch/domain';
import { rightDecision } from './right-decision.js';
import type { SlotCondition } from './slot-shelf.js';
import type { BookStock } from './store-room.js';

export interface SlotStock {
  gtin: string;
  book: BookStock;
  /** Items of the product still on the shelf. */
  shelf: number;
  reorderPoint: number;
}

/** Remembers what a good shopkeeper has already ordered: what low stock had ordered need not be ordered again when it is gone. */
export class DecisionLedger {
  readonly #orderedAt = new Map<string, number>();
  readonly #noticeSeconds: number;

  /** @param noticeSeconds how long low stock must have been seen for anybody to have ordered */
  constructor(noticeSeconds: number) {
    this.#noticeSeconds = noticeSeconds;
  }

  /** @param second simulated seconds after opening; never less than at the call before */
  decide(condition: SlotCondition, { gtin, book, shelf, reorderPoint }: SlotStock, second: number): Remedy | undefined {
    const remedy = rightDecision(condition, book, shelf, reorderPoint);
    if (remedy !== 'REORDER') return remedy;
    const orderedAt = this.#orderedAt.get(gtin);
    if (orderedAt === undefined) this.#orderedAt.set(gtin, second);
    return orderedAt !== undefined && second - orderedAt >= this.#noticeSeconds ? 'ON_ORDER' : 'REORDER';
  }

  delivered(gtins: readonly string[]): void {
    for (const gtin of gtins) this.#orderedAt.delete(gtin);
  }
}
