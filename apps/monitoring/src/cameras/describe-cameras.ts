import type { CameraSummary } from '@shelfwatch/contracts';
import { SLOT_STATUSES, type SlotStatus } from '@shelfwatch/domain';
import type {
  CameraEntity,
  CameraHealthEntity,
  CameraViewEntity,
  SlotStateEntity,
  UnitOfWork,
} from '@shelfwatch/persistence';

/** A camera as far as it concerns people: can it see, and what. */
export async function describeCameras(
  unit: UnitOfWork,
  cameras: readonly CameraEntity[],
  now: Date,
): Promise<CameraSummary[]> {
  const storeIds = [...new Set(cameras.map(({ storeId }) => storeId))];
  const [faults, views, states] = await Promise.all([
    unit.cameraHealth.open(cameras.map(({ cameraId }) => cameraId)),
    unit.cameras.views(cameras.map(({ cameraId }) => cameraId)),
    Promise.all(storeIds.map((storeId) => unit.slotStates.ofStore(storeId))),
  ]);
  const statusOf = new Map(states.flat().map((state: SlotStateEntity) => [state.slotId, state.status]));
  return cameras.map((camera) => toSummary(camera, views.get(camera.cameraId), faults, statusOf, now));
}

function toSummary(
  camera: CameraEntity,
  view: CameraViewEntity | undefined,
  faults: readonly CameraHealthEntity[],
  statusOf: ReadonlyMap<string, SlotStatus>,
  now: Date,
): CameraSummary {
  const { cameraId, storeId, name, lastFrameAt } = camera;
  return {
    ...{ cameraId, storeId, name },
    calibrated: view !== undefined,
    lastFrameAt: lastFrameAt?.toISOString() ?? null,
    lastFrameAgeSeconds: lastFrameAt === null ? null : Math.max(0, (now.getTime() - lastFrameAt.getTime()) / 1000),
    faults: faults
      .filter((fault) => fault.cameraId === cameraId)
      .map(({ fault, openedAt, recommendedAction }) => ({ fault, since: openedAt.toISOString(), recommendedAction })),
    slots: countByStatus(slotIdsOf(view).map((slotId) => statusOf.get(slotId) ?? 'unknown')),
  };
}

export const slotIdsOf = (view: CameraViewEntity | undefined): string[] => [
  ...new Set((view?.regions ?? []).map(({ slotId }) => slotId)),
];

const countByStatus = (statuses: readonly SlotStatus[]): Record<SlotStatus, number> =>
  Object.fromEntries(
    SLOT_STATUSES.map((status) => [status, statuses.filter((each) => each === status).length]),
  ) as Record<SlotStatus, number>;
