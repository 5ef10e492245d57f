/** One package on a shelf. */
export interface Item {
  gtin: string;
  /** Row in depth, 0 = front. */
  row: number;
  /** How it happens to stand: turned, shifted, leaning. */
  appearance: number;
  shiftMm: number;
  /** Further towards the back than its row, ≥ 0. */
  recessMm: number;
  /** Lean, radians. */
  lean: number;
}

/** What stands in each facing, front row first, by slot id. A missing row is a gap. */
export type ShelfContents = ReadonlyMap<string, readonly (readonly Item[])[]>;
