import { type PictureVerdict, recommendedAction } from '@shelfwatch/domain';
import type { OutboxMessage, StockEventEntity, UnitOfWork } from '@shelfwatch/persistence';
import { reviewEvents } from '@shelfwatch/remedies';
import { cameraHealthMessage, SOURCE } from '../apply-rules/outbox-messages.js';

/** The averages move slowly; a restart may forget this many pictures' worth of learning. */
const SAVE_EVERY_PICTURES = 25;

/**
 * Writes what the health gate found about a camera. When faults come or go, the open events of its slots are routed
 * again: while nobody can see the shelf, mending the camera comes first.
 *
 * @returns messages for the outbox
 */
export async function storeHealth(
  unit: UnitOfWork,
  camera: { cameraId: string; storeId: string },
  { state, changes, faults }: PictureVerdict,
  at: Date,
): Promise<OutboxMessage[]> {
  const { frames } = state.usual;
  if (changes.length > 0 || frames <= SAVE_EVERY_PICTURES || frames % SAVE_EVERY_PICTURES === 0) {
    await unit.cameras.saveHealthState(camera.cameraId, state);
  }
  if (changes.length === 0) return [];
  for (const { fault, change, since } of changes) {
    if (change === 'opened') await unit.cameraHealth.begin(camera.cameraId, fault, since, recommendedAction(fault));
    else await unit.cameraHealth.end(camera.cameraId, fault, at);
  }
  const open = await openEventsSeenBy(unit, camera.cameraId);
  const decided = await reviewEvents(unit, camera.storeId, open, { at, source: SOURCE });
  return [cameraHealthMessage(camera, faults, changes[0]!.since), ...decided];
}

async function openEventsSeenBy(unit: UnitOfWork, cameraId: string): Promise<StockEventEntity[]> {
  const view = await unit.cameras.view(cameraId);
  const slotIds = [...new Set((view?.regions ?? []).map(({ slotId }) => slotId))];
  return (await unit.stockEvents.openOfSlots(slotIds)).filter((event) => event.cameraId === cameraId);
}
