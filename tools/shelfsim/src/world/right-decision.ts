import type { Remedy } from '@shelfwatch/domain';
import type { SlotCondition } from './slot-shelf.js';
import type { BookStock } from './store-room.js';

/**
 * What should be done about a slot, judged by the books that the platform has as well; `undefined` where nothing is needed.
 *
 * @param shelf items of the product still on the shelf
 */
export function rightDecision(
  condition: SlotCondition,
  book: BookStock,
  shelf: number,
  reorderPoint: number,
): Remedy | undefined {
  if (condition.status === 'stocked') return undefined;
  if (condition.status === 'misplaced') return 'MISPLACED';
  if (book.backroom > 0) return 'RESTOCK_FROM_BACKROOM';
  if (book.onOrder > 0) return 'ON_ORDER';
  return shelf <= reorderPoint ? 'REORDER' : undefined;
}
