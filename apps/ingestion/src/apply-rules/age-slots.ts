import { ageSlot, DEFAULT_FILTER_SETTINGS } from '@shelfwatch/domain';
import type { OutboxMessage, UnitOfWork } from '@shelfwatch/persistence';
import { memoryOf, toSlotState } from './observed-slot.js';
import { slotStateMessage } from './outbox-messages.js';

/**
 * Lets slots become unknown of which nothing was seen for long, because their camera is at fault or gone. What was true
 * half an hour ago must not pass for the present. Writes, so call it within a transaction.
 *
 * @param frameId of the frame that showed nothing; null when no frame came at all
 * @returns messages for the outbox
 */
export async function ageSlots(
  unit: UnitOfWork,
  seen: { cameraId: string; storeId: string; frameId: string | null },
  slotIds: readonly string[],
  at: Date,
): Promise<OutboxMessage[]> {
  const before = await unit.slotStates.lock(slotIds);
  const aged = [...before.values()].flatMap((state) => {
    const memory = memoryOf(state)!;
    const older = ageSlot(memory, at, DEFAULT_FILTER_SETTINGS);
    return older === memory ? [] : [{ state: toSlotState(state.slotId, older, state.modelVersion), was: state.status }];
  });
  await unit.slotStates.save(aged.map(({ state }) => state));
  return aged.map(({ state, was }) => slotStateMessage({ ...seen, capturedAt: at }, { state, previous: was }));
}
