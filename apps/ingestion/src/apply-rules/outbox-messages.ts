import { type CameraHealthChanged, type SlotStateChanged, TOPICS } from '@shelfwatch/contracts';
import { type CameraFault, recommendedAction } from '@shelfwatch/domain';
import type { OutboxMessage } from '@shelfwatch/persistence';
import { post } from '@shelfwatch/remedies';
import type { FoldedSlotChange } from './fold-slots.js';
import type { ObservedFrame } from './observed-slot.js';

/** Who says it, in every message of this service. */
export const SOURCE = '/ingestion';

export function slotStateMessage(
  {
    frameId,
    storeId,
    cameraId,
    capturedAt,
  }: Omit<ObservedFrame, 'frameId' | 'modelVersion'> & { frameId: string | null },
  change: Pick<FoldedSlotChange, 'state' | 'previous'>,
): OutboxMessage {
  const { slotId, status, since, confidence, visibleFacings } = change.state;
  const body: SlotStateChanged = {
    ...{ slotId, storeId, cameraId, status, previous: change.previous },
    ...{ since: since.toISOString(), confidence, visibleFacings, frameId },
  };
  return post({ topic: TOPICS.slotStateChanged, key: slotId, time: capturedAt, body, source: SOURCE });
}

export function cameraHealthMessage(
  { cameraId, storeId }: { cameraId: string; storeId: string },
  faults: readonly CameraFault[],
  since: Date,
): OutboxMessage {
  const action = faults[0] === undefined ? 'Nothing to do: the camera sees well again.' : recommendedAction(faults[0]);
  const body: CameraHealthChanged = {
    ...{ cameraId, storeId, faults: [...faults], since: since.toISOString(), recommendedAction: action },
  };
  return post({ topic: TOPICS.cameraHealthChanged, key: cameraId, time: since, body, source: SOURCE });
}
