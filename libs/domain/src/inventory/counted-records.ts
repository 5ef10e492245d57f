import type { CountedRecord } from '../kpi/inventory-accuracy.js';
import { foldMovements } from './fold-movements.js';
import { onHand } from './inventory-balance.js';
import type { InventoryMovement, MovementDetails } from './movement.js';

/** Items of one product in one store by the book and by a person's count, and when it was counted. */
export interface CountOnRecord extends CountedRecord {
  at: Date;
}

type FullCount = MovementDetails & { kind: 'count'; shelf: number; backroom: number };

/**
 * What the book said whenever a person counted shelf and back room. The book is what had happened until then, also what
 * was told later, as stocktakers settle what is under way before they compare. A count before which the book knew
 * nothing is left out: it begins the book.
 *
 * @param movements of one product in one store, in any order
 * @param isByPerson false for figures that an inventory system told: they begin or replace the book, and check nothing
 */
export function countedRecords<Movement extends InventoryMovement>(
  movements: readonly Movement[],
  isByPerson: (movement: Movement) => boolean,
): CountOnRecord[] {
  return movements
    .filter((movement) => isFullCount(movement.details) && isByPerson(movement))
    .flatMap(({ details, effectiveAt: at }): CountOnRecord[] => {
      // Counts of the same instant are one count told twice, and no book to compare with.
      const earlier = movements.filter(({ effectiveAt, details: { kind } }) =>
        kind === 'count' ? effectiveAt < at : effectiveAt <= at,
      );
      if (!earlier.some((movement) => isFullCount(movement.details))) return [];
      const { shelf, backroom } = details as FullCount;
      return [{ at, book: onHand(foldMovements(earlier)), counted: shelf + backroom }];
    })
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

const isFullCount = (details: MovementDetails): details is FullCount =>
  details.kind === 'count' && details.shelf !== undefined && details.backroom !== undefined;
