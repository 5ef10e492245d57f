import type { CameraCalibration } from '@shelfwatch/contracts';
import type { CameraEntity, UnitOfWork } from '@shelfwatch/persistence';

/** From which points a camera's view was made, and which fixtures of its store it could show. Fixtures in natural order. */
export async function describeCalibration(
  unit: UnitOfWork,
  { cameraId, storeId }: CameraEntity,
): Promise<CameraCalibration> {
  const [view, fixtures, slots] = await Promise.all([
    unit.cameras.view(cameraId),
    unit.shops.fixtures(storeId),
    unit.shops.slots(storeId),
  ]);
  const inView = new Set(view?.regions.map(({ slotId }) => slotId));
  const described = fixtures.map(({ fixtureId, name, aisle }) => {
    const own = slots.filter((slot) => slot.fixtureId === fixtureId);
    const saved = view?.calibration?.find((points) => points.fixtureId === fixtureId);
    return {
      ...{ fixtureId, name, aisle, slots: own.length },
      slotsInView: own.filter(({ slotId }) => inView.has(slotId)).length,
      points: saved?.points.map(({ from, to }) => ({ picture: to, fixture: from })) ?? null,
    };
  });
  return {
    ...{ cameraId, version: view?.version ?? null, width: view?.width ?? null, height: view?.height ?? null },
    fixtures: described
      .filter((fixture) => fixture.slots > 0)
      .sort((a, b) => a.fixtureId.localeCompare(b.fixtureId, 'en', { numeric: true })),
  };
}
