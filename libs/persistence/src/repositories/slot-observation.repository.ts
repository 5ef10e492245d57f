import { Between } from 'typeorm';
import type { Tables } from '../database/tables.js';
import { SlotObservationEntity } from '../entities/slot-observation.entity.js';

export type SlotObservationRow = Omit<SlotObservationEntity, 'id'>;

/** Facts: appended once, read for replays. */
export class SlotObservationRepository {
  constructor(private readonly tables: Tables) {}

  append(observations: readonly SlotObservationRow[]): Promise<void> {
    return this.tables.insert(SlotObservationEntity, observations);
  }

  /** In order of capture, both ends included. */
  ofSlot(slotId: string, from: Date, to: Date): Promise<SlotObservationEntity[]> {
    return this.tables.find(SlotObservationEntity, {
      where: { slotId, capturedAt: Between(from, to) },
      order: { capturedAt: 'ASC' },
    });
  }
}
