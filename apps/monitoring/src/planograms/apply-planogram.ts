import { comparePlanograms, type PlanogramDifference, type PlanogramFixture } from '@shelfwatch/domain';
import type { FixtureEntity, PlanogramVersionEntity, UnitOfWork } from '@shelfwatch/persistence';
import { closeEvents } from './close-events.js';
import { renewViews, type TouchedView, touchedViews } from './renew-views.js';
import { concerns, slotsNow } from './store-slots.js';

export interface AppliedPlanogram {
  difference: PlanogramDifference;
  views: TouchedView[];
  closedEvents: number;
}

/**
 * Makes the slots of a stored version's fixtures what it says. Slots that stay keep their id, and so states, events and observations. Events of slots
 * that are dropped or get another product end; views that were made from four points are computed anew. Within a transaction that holds the store.
 */
export async function applyPlanogram(
  unit: UnitOfWork,
  version: PlanogramVersionEntity,
  now: Date,
): Promise<AppliedPlanogram> {
  const { storeId, versionId, fixtureIds, content } = version;
  const before = (await slotsNow(unit, storeId)).filter((slot) => concerns(slot, fixtureIds, content.positions));
  const difference = comparePlanograms(before, content.positions);
  const touched = await touchedViews(unit, storeId, fixtureIds, difference);
  const removedSlotIds = difference.removed.map(({ slotId }) => slotId);
  const known = new Map((await unit.shops.fixtures(storeId)).map((fixture) => [fixture.fixtureId, fixture]));
  await unit.planograms.apply(
    {
      storeId,
      newProducts: [],
      fixtures: content.fixtures.map((fixture) => fixtureRow(fixture, known.get(fixture.fixtureId))),
      slots: content.positions.map(({ slotId, fixtureId, shelf, position, gtin, facings, capacity, lowFacings }) => ({
        ...{ slotId, fixtureId, shelf, position, gtin, facings, capacity, lowFacings },
      })),
      removedSlotIds,
    },
    now,
  );
  await unit.planograms.change(versionId, { state: 'applied', appliedAt: now, difference, failure: null });
  const otherProduct = difference.changed.filter(({ kinds }) => kinds.includes('product-changed'));
  const ended = [...removedSlotIds, ...otherProduct.map(({ slotId }) => slotId)];
  const closedEvents = await closeEvents(unit, ended, now);
  return { difference, closedEvents, views: await renewViews(unit, storeId, touched, now) };
}

/** Names that people gave stay where the file has none of its own. */
const fixtureRow = (
  { fixtureId, name, aisle }: PlanogramFixture,
  known: FixtureEntity | undefined,
): Omit<FixtureEntity, 'storeId'> => ({
  fixtureId,
  name: known !== undefined && name === fixtureId ? known.name : name,
  aisle: aisle === '' ? (known?.aisle ?? '') : aisle,
});
