import { countedRecords, type CountOnRecord } from '@shelfwatch/domain';
import { isToldBySystem, type UnitOfWork } from '@shelfwatch/persistence';

/** What people counted in a store until a moment, each with the book stock of its own moment. */
export async function readCounts(unit: UnitOfWork, storeId: string, until: Date): Promise<CountOnRecord[]> {
  const ledger = await unit.inventory.until(storeId, until);
  return [...ledger.values()].flatMap((movements) =>
    countedRecords(movements, (movement) => !isToldBySystem(movement)),
  );
}
