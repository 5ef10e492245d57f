import type { FixtureFront, PlacedPosition, PlanogramFixture } from '@shelfwatch/domain';
import type { UnitOfWork } from '@shelfwatch/persistence';
import { slotsNow } from './store-slots.js';

/** A fixture as it is now, with the measures of the planogram that it has. */
export interface FixtureLayout {
  front: FixtureFront;
  slots: PlacedPosition[];
}

/** Measures hold only for places that are still as the planogram put them: a shop definition may have changed them since. */
export async function fixtureLayout(unit: UnitOfWork, storeId: string, fixtureId: string): Promise<FixtureLayout> {
  const version = await unit.planograms.lastApplied(storeId, fixtureId);
  const planned = version?.content.fixtures.find((fixture) => fixture.fixtureId === fixtureId);
  const places = new Map(version?.content.positions.map((position) => [position.slotId, position]));
  const slots = (await slotsNow(unit, storeId))
    .filter((slot) => slot.fixtureId === fixtureId)
    .map((slot): PlacedPosition => {
      const place = places.get(slot.slotId);
      const isSame =
        place?.fixtureId === fixtureId &&
        place.shelf === slot.shelf &&
        place.position === slot.position &&
        place.facings === slot.facings;
      return isSame ? { ...place, ...slot } : slot;
    });
  return { front: frontOf(planned), slots };
}

const frontOf = (fixture: PlanogramFixture | undefined): FixtureFront => ({
  ...(fixture?.widthMm === undefined ? {} : { widthMm: fixture.widthMm }),
  ...(fixture?.heightMm === undefined ? {} : { heightMm: fixture.heightMm }),
  shelves: fixture?.shelves ?? [],
});
