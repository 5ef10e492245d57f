import { type FacingRegion, mapFromFourPoints, type PlanogramDifference, slotsInPicture } from '@shelfwatch/domain';
import type { CameraViewEntity, UnitOfWork } from '@shelfwatch/persistence';
import { fixtureLayout } from './fixture-layout.js';

/** A camera whose view shows slots that a planogram changes. */
export interface TouchedView {
  cameraId: string;
  recomputed: boolean;
  /** Slots whose regions no longer fit, or that are not in the picture. */
  slotIds: string[];
}

/** Slots that are no longer where a drawn region shows them. */
const displaced = ({ removed, changed }: PlanogramDifference): Set<string> =>
  new Set([
    ...removed.map(({ slotId }) => slotId),
    ...changed.filter(({ kinds }) => kinds.some((kind) => kind !== 'product-changed')).map(({ slotId }) => slotId),
  ]);

/** Which views a planogram touches. */
export async function touchedViews(
  unit: UnitOfWork,
  storeId: string,
  fixtureIds: readonly string[],
  difference: PlanogramDifference,
): Promise<TouchedView[]> {
  const gone = displaced(difference);
  const isNothing = gone.size === 0 && difference.added.length === 0;
  const touched: TouchedView[] = [];
  for (const view of await viewsOf(unit, storeId)) {
    const slotIds = [...new Set(view.regions.map(({ slotId }) => slotId))].filter((slotId) => gone.has(slotId));
    const isCalibrated = view.calibration?.some(({ fixtureId }) => fixtureIds.includes(fixtureId)) === true;
    if (isCalibrated && !isNothing) touched.push({ cameraId: view.cameraId, recomputed: true, slotIds: [] });
    else if (slotIds.length > 0) touched.push({ cameraId: view.cameraId, recomputed: false, slotIds });
  }
  return touched;
}

/** Computes the views anew whose regions came from points of a fixture. Call it when slots and version are stored. */
export async function renewViews(
  unit: UnitOfWork,
  storeId: string,
  touched: readonly TouchedView[],
  now: Date,
): Promise<TouchedView[]> {
  const views = new Map((await viewsOf(unit, storeId)).map((view) => [view.cameraId, view]));
  const renewed: TouchedView[] = [];
  for (const entry of touched) {
    const view = views.get(entry.cameraId);
    if (!entry.recomputed || view?.calibration == null) {
      renewed.push(entry);
      continue;
    }
    const outside: string[] = [];
    const replaced = new Set<string>();
    const regions: FacingRegion[] = [];
    for (const { fixtureId, points } of view.calibration) {
      const { map } = mapFromFourPoints(points);
      if (map === undefined) continue;
      const { front, slots } = await fixtureLayout(unit, storeId, fixtureId);
      const shown = slotsInPicture(front, slots, map);
      for (const { slotId } of slots) replaced.add(slotId);
      outside.push(...shown.outside);
      regions.push(...shown.regions);
    }
    const present = new Set((await unit.shops.slots(storeId)).map(({ slotId }) => slotId));
    const kept = view.regions.filter(({ slotId }) => present.has(slotId) && !replaced.has(slotId));
    const { width, height, calibration } = view;
    await unit.cameras.addView(view.cameraId, { width, height, calibration, regions: [...kept, ...regions] }, now);
    renewed.push({ ...entry, slotIds: outside });
  }
  return renewed;
}

async function viewsOf(unit: UnitOfWork, storeId: string): Promise<CameraViewEntity[]> {
  const cameras = await unit.cameras.list(storeId);
  return [...(await unit.cameras.views(cameras.map(({ cameraId }) => cameraId))).values()];
}
