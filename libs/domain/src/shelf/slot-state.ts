/** What a slot looks like. `unknown` = not observable at present; it says nothing about the stock. */
export const SLOT_STATUSES = ['stocked', 'low', 'empty', 'misplaced', 'unknown'] as const;
export type SlotStatus = (typeof SLOT_STATUSES)[number];
