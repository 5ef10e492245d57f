import {
  comparePlanograms,
  keepSlotIdentity,
  type PlacedPlanogram,
  type Planogram,
  type PlanogramDifference,
  type PlanogramProblem,
} from '@shelfwatch/domain';
import type { ProductEntity, UnitOfWork } from '@shelfwatch/persistence';
import { ProblemException } from '@shelfwatch/platform';
import { findNewProducts, type ProductDefaults } from './find-new-products.js';
import { concerns, slotsBefore } from './store-slots.js';

/** What applying a planogram would mean. */
export interface PlanogramPlan {
  content: PlacedPlanogram;
  fixtureIds: string[];
  difference: PlanogramDifference;
  newProducts: Partial<ProductEntity>[];
  problems: PlanogramProblem[];
}

/**
 * Compares a planogram with what its fixtures will have until then, and gives every place the identity of the slot that it continues.
 *
 * @throws ProblemException 409 when the file names a slot of another store, or when a later planogram of one of the fixtures holds already
 */
export async function planPlanogram(
  unit: UnitOfWork,
  storeId: string,
  planogram: Planogram,
  effectiveFrom: Date,
  defaults: ProductDefaults,
): Promise<PlanogramPlan> {
  const fixtureIds = planogram.fixtures.map(({ fixtureId }) => fixtureId);
  await refuseForeignSlots(unit, storeId, planogram);
  await refuseOutdated(unit, storeId, fixtureIds, effectiveFrom);
  const named = new Set(planogram.positions.flatMap(({ slotId }) => slotId ?? []));
  const positionsWithId = [...named].map((slotId) => ({ slotId }));
  const before = (await slotsBefore(unit, storeId, effectiveFrom)).filter((slot) =>
    concerns(slot, fixtureIds, positionsWithId),
  );
  const scheduled = await unit.planograms.scheduled(storeId);
  const taken = await unit.planograms.takenSlotIds(storeId);
  for (const { content } of scheduled) for (const { slotId } of content.positions) taken.add(slotId);
  const positions = keepSlotIdentity(storeId, before, planogram.positions, taken);
  const { newProducts, problems } = await findNewProducts(unit, planogram, defaults);
  return {
    content: { ...planogram, positions },
    fixtureIds,
    difference: comparePlanograms(before, positions),
    newProducts,
    problems,
  };
}

async function refuseForeignSlots(unit: UnitOfWork, storeId: string, { positions }: Planogram): Promise<void> {
  const named = positions.flatMap(({ slotId }) => slotId ?? []);
  const foreign = (await unit.shops.slotsById(named)).find((slot) => slot.storeId !== storeId);
  if (foreign === undefined) return;
  const detail = `The slot ${foreign.slotId} belongs to store ${foreign.storeId}; leave out slot ids that are not this store's.`;
  throw new ProblemException(409, 'OWNED_BY_ANOTHER_STORE', detail);
}

async function refuseOutdated(
  unit: UnitOfWork,
  storeId: string,
  fixtureIds: readonly string[],
  effectiveFrom: Date,
): Promise<void> {
  const later = (await unit.planograms.list(storeId)).find(
    (version) =>
      version.state === 'applied' &&
      version.effectiveFrom > effectiveFrom &&
      version.fixtureIds.some((fixtureId) => fixtureIds.includes(fixtureId)),
  );
  if (later === undefined) return;
  const since = later.effectiveFrom.toISOString();
  const detail = `Fixtures of this file have had the planogram "${later.name}" since ${since}. Send it with an effectiveFrom after that.`;
  throw new ProblemException(409, 'PLANOGRAM_SUPERSEDED', detail);
}
