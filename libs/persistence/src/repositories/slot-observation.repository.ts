import { Between, In } from 'typeorm';
import type { Tables } from '../database/tables.js';
import { SlotObservationEntity } from '../entities/slot-observation.entity.js';

export type SlotObservationRow = Omit<SlotObservationEntity, 'id'>;

/** Facts: appended once, read for replays. */
export class SlotObservationRepository {
  constructor(private readonly tables: Tables) {}

  append(observations: readonly SlotObservationRow[]): Promise<void> {
    return this.tables.insert(SlotObservationEntity, observations);
  }

  /** In the order in which they were folded, both ends of the time of capture included. */
  ofSlot(slotId: string, from: Date, to: Date): Promise<SlotObservationEntity[]> {
    return this.tables.find(SlotObservationEntity, {
      where: { slotId, capturedAt: Between(from, to) },
      order: { id: 'ASC' },
    });
  }

  count(slotIds: readonly string[], from: Date, to: Date): Promise<number> {
    return this.tables.count(SlotObservationEntity, { slotId: In([...slotIds]), capturedAt: Between(from, to) });
  }
}
