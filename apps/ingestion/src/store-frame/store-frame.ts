import type { Database, OutboxMessage, UnitOfWork } from '@shelfwatch/persistence';
import { proposeOrder, stockEventMessage } from '@shelfwatch/remedies';
import type { FoldedSlotChange } from '../apply-rules/fold-slots.js';
import { ageSlots } from '../apply-rules/age-slots.js';
import { SOURCE, slotStateMessage } from '../apply-rules/outbox-messages.js';
import { storeHealth } from '../judge-camera/store-health.js';
import type { PlannedEvent } from '../apply-rules/plan-events.js';
import type { FrameEffects } from './frame-effects.js';

/** Another frame has changed a slot between reading and writing; the frame is simply done again. */
export class StaleSlotState extends Error {
  readonly code = 'SLOT_STATE_STALE';
  readonly retriable = true;

  constructor(readonly slotId: string) {
    super(`The state of slot ${slotId} was changed by another frame meanwhile.`);
    this.name = 'StaleSlotState';
  }
}

/**
 * Writes a frame, what was observed in it, what follows from that, and the messages about it, in one transaction.
 *
 * @returns `duplicate` when the frame is stored already; then nothing is written
 * @throws {PersistenceError}
 * @throws {StaleSlotState}
 */
export function storeFrame(database: Database, effects: FrameEffects): Promise<'stored' | 'duplicate'> {
  return database.transaction(async (unit) => {
    const { frame, newest, reference, observations, changes } = effects;
    if ((await unit.frames.record(frame)) === 'duplicate') return 'duplicate';
    const messages: OutboxMessage[] = [];
    if (newest !== undefined) {
      const { cameraId, capturedAt, pictureId = null } = frame;
      await unit.cameras.recordNewest(cameraId, { capturedAt, pictureId, sequence: newest.sequence });
    }
    if (reference !== undefined) {
      await unit.cameras.adoptReferencePicture(frame.cameraId, reference.viewVersion, reference.pictureId);
    }
    if (changes.length > 0) {
      await refuseStale(unit, changes);
      await unit.observations.append(observations);
      await unit.slotStates.save(changes.map(({ state }) => state));
      messages.push(...slotMessages(effects));
    }
    if (effects.unseenSlotIds.length > 0) {
      const seen = { ...frame, storeId: effects.storeId };
      messages.push(...(await ageSlots(unit, seen, effects.unseenSlotIds, frame.capturedAt)));
    }
    messages.push(...(await storeEvents(unit, effects)));
    // Afterwards, as it may route the events again.
    if (effects.health !== undefined) {
      const camera = { cameraId: frame.cameraId, storeId: effects.storeId };
      messages.push(...(await storeHealth(unit, camera, effects.health, frame.capturedAt)));
    }
    await unit.labelTasks.add(effects.labelTasks);
    if (messages.length > 0) await unit.outbox.append(messages);
    return 'stored';
  });
}

/** The states were read before the transaction, as slow work lies between: nobody may have changed them since. */
async function refuseStale(unit: UnitOfWork, changes: readonly FoldedSlotChange[]): Promise<void> {
  const locked = await unit.slotStates.lock(changes.map(({ state }) => state.slotId));
  for (const { state, readAt } of changes) {
    if (locked.get(state.slotId)?.lastCapturedAt.getTime() !== readAt?.getTime())
      throw new StaleSlotState(state.slotId);
  }
}

function slotMessages({ frame, storeId, modelVersion, changes }: FrameEffects): OutboxMessage[] {
  const observed = { ...frame, storeId, modelVersion };
  return changes
    .filter(({ state, previous }) => state.status !== previous)
    .map((change) => slotStateMessage(observed, change));
}

/** Somebody may have answered or retracted the event, or the books changed its remedy, since it was read. */
async function refuseAnswered(unit: UnitOfWork, { before, slot }: PlannedEvent): Promise<void> {
  if (before === undefined) return;
  const now = await unit.stockEvents.lock(before.eventId);
  const isAsRead =
    now?.status === before.status && now.decisionId === before.decisionId && now.backroomFound === before.backroomFound;
  if (!isAsRead) throw new StaleSlotState(slot.slotId);
}

async function storeEvents(unit: UnitOfWork, { events, books, frame }: FrameEffects): Promise<OutboxMessage[]> {
  const messages: OutboxMessage[] = [];
  for (const planned of events) await refuseAnswered(unit, planned);
  for (const planned of events) {
    await unit.stockEvents.record(planned.event, planned.change, frame.capturedAt);
    if (planned.decision !== undefined) await unit.decisions.append(planned.decision);
    messages.push(stockEventMessage(planned, frame.capturedAt, SOURCE));
    const { reorder } = planned;
    if (reorder !== undefined) messages.push(...(await proposeOrder(unit, reorder, books!, SOURCE)));
  }
  return messages;
}
