import type { ComparedSlot, Gtin } from '@shelfwatch/domain';
import type { SlotEntity, UnitOfWork } from '@shelfwatch/persistence';

export const toCompared = ({
  slotId,
  fixtureId,
  shelf,
  position,
  gtin,
  facings,
  capacity,
  lowFacings,
}: SlotEntity): ComparedSlot => ({
  ...{ slotId, fixtureId, shelf, position, facings, capacity, lowFacings },
  gtin: gtin as Gtin,
});

/** The slots that a store has now. */
export const slotsNow = async (unit: UnitOfWork, storeId: string): Promise<ComparedSlot[]> =>
  (await unit.shops.slots(storeId)).map(toCompared);

/** The slots that a store will have just before a moment, when everything happens as it is scheduled. */
export async function slotsBefore(unit: UnitOfWork, storeId: string, moment: Date): Promise<ComparedSlot[]> {
  let slots = await slotsNow(unit, storeId);
  for (const { fixtureIds, content, effectiveFrom } of await unit.planograms.scheduled(storeId)) {
    if (effectiveFrom > moment) break;
    slots = [...slots.filter((slot) => !concerns(slot, fixtureIds, content.positions)), ...content.positions];
  }
  return slots;
}

/** Whether a version decides about a slot: it is on one of its fixtures, or named by it. */
export const concerns = (
  { slotId, fixtureId }: ComparedSlot,
  fixtureIds: readonly string[],
  positions: readonly { slotId?: string }[],
): boolean => fixtureIds.includes(fixtureId) || positions.some((position) => position.slotId === slotId);
