import type { SlotStatus } from '@shelfwatch/domain';
import type { Random } from '../chance/random.js';
import { drawItem } from '../scene/draw-lots.js';
import type { PlacedSlot } from '../scene/fixture.js';
import type { Item } from '../scene/shelf-contents.js';

export interface SlotCondition {
  status: Exclude<SlotStatus, 'unknown'>;
  /** Facings whose foremost item is the right product. */
  visibleFacings: number;
  foreignGtin?: string;
}

/** What really stands in one slot. Each facing is a column of items, foremost first. */
export class SlotShelf {
  readonly slot: PlacedSlot;
  readonly #columns: Item[][];
  readonly #chance: Random;

  constructor(slot: PlacedSlot, chance: Random) {
    this.slot = slot;
    this.#chance = chance;
    this.#columns = Array.from({ length: slot.facings }, () => []);
    this.refill(this.capacity);
  }

  get capacity(): number {
    return this.slot.facings * this.slot.rows;
  }

  get columns(): readonly (readonly Item[])[] {
    return this.#columns;
  }

  /** Items of the right product. */
  get count(): number {
    return this.#columns.flat().filter((item) => item.gtin === this.slot.gtin).length;
  }

  /** Puts items in, up to the capacity, and pulls all of them to the front. @returns how many were used */
  refill(available: number): number {
    const added = Math.min(available, this.capacity - this.count);
    let left = this.count + added;
    this.#columns.forEach((column, index) => {
      const share = Math.min(this.slot.rows, Math.ceil(left / (this.slot.facings - index)));
      left -= share;
      column.splice(
        0,
        column.length,
        ...Array.from({ length: share }, (_, row) => drawItem(this.#chance, this.slot.gtin, row)),
      );
    });
    return added;
  }

  /** Leaves only so many items, the others sold before anybody looked. */
  sellDownTo(remaining: number): void {
    while (this.count > remaining) this.sellOne();
  }

  /** Takes everything out. */
  clear(): void {
    for (const column of this.#columns) column.splice(0, column.length);
  }

  /** A customer takes an item that can be seen. @returns whether there was one */
  sellOne(): boolean {
    const reachable = this.#columns.filter((column) => column[0]?.gtin === this.slot.gtin);
    if (reachable.length === 0) return false;
    this.#chance.pick(reachable).shift();
    return true;
  }

  /** Somebody puts a foreign item in front of a random facing; a full facing loses its foremost item to it. */
  misplace(gtin: string): void {
    const column = this.#chance.pick(this.#columns);
    const front = column[0]?.row ?? this.#chance.whole(0, this.slot.rows - 1);
    if (front === 0) column.shift();
    column.unshift(drawItem(this.#chance, gtin, Math.max(0, front - 1)));
  }

  /** Takes foreign items away. */
  tidy(): void {
    for (const column of this.#columns) {
      const own = column.filter((item) => item.gtin === this.slot.gtin);
      column.splice(0, column.length, ...own);
    }
  }

  /** Foreign first: a slot with a foreign item is neither empty nor merely low. */
  condition(): SlotCondition {
    const fronts = this.#columns.map((column) => column[0]?.gtin);
    const visibleFacings = fronts.filter((gtin) => gtin === this.slot.gtin).length;
    const foreignGtin = fronts.find((gtin) => gtin !== undefined && gtin !== this.slot.gtin);
    if (foreignGtin !== undefined) return { status: 'misplaced', visibleFacings, foreignGtin };
    if (visibleFacings === 0) return { status: 'empty', visibleFacings };
    const low = visibleFacings <= Math.floor(this.slot.facings / 2);
    return { status: low ? 'low' : 'stocked', visibleFacings };
  }
}
