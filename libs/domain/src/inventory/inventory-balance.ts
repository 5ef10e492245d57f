/** What the book says of one product in one store. All figures are whole items, ≥ 0. */
export interface InventoryBalance {
  shelf: number;
  backroom: number;
  reserved: number;
  onOrder: number;
  /**
   * Items that went out although the book had none: so many it was wrong by. Always
   * `shelf + backroom - shortfall = last count + what came in since - what went out since`.
   */
  shortfall: number;
  /** Items that a camera last saw on the shelf, and when; null when none has told, or a count came after it. */
  seen: { shelf: number; at: Date } | null;
  /** When shelf and back room were last counted; null = never. */
  countedAt: { shelf: Date | null; backroom: Date | null };
  /** Time of the latest movement; null without any. */
  asOf: Date | null;
}

/** Items that the book says are in the store. */
export const onHand = ({ shelf, backroom }: Pick<InventoryBalance, 'shelf' | 'backroom'>): number => shelf + backroom;

/** Items on hand and on order, less reserved: what a policy compares with its reorder point. */
export const positionOf = (balance: Pick<InventoryBalance, 'shelf' | 'backroom' | 'reserved' | 'onOrder'>): number =>
  onHand(balance) + balance.onOrder - balance.reserved;
