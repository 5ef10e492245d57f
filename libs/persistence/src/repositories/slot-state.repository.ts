import type { Tables } from '../database/tables.js';
import { SlotStateEntity } from '../entities/slot-state.entity.js';

/** Every column, under its name in code. */
const COLUMNS = `slot_id AS "slotId", status, since, confidence, visible_facings AS "visibleFacings",
  foreign_gtin AS "foreignGtin", filter, last_captured_at AS "lastCapturedAt", model_version AS "modelVersion"`;

export class SlotStateRepository {
  constructor(private readonly tables: Tables) {}

  /**
   * Within a transaction the rows stay locked until its end, so that two frames of one slot cannot both build on the
   * same state. Always locked in order of slot id: two transactions cannot wait for each other.
   */
  async lock(slotIds: readonly string[]): Promise<Map<string, SlotStateEntity>> {
    const rows = await this.tables.sql<SlotStateEntity>(
      `SELECT ${COLUMNS} FROM slot_state WHERE slot_id = ANY($1) ORDER BY slot_id FOR UPDATE`,
      [slotIds],
    );
    return new Map(rows.map((row) => [row.slotId, row]));
  }

  ofStore(storeId: string): Promise<SlotStateEntity[]> {
    return this.tables.sql<SlotStateEntity>(
      `SELECT ${COLUMNS} FROM slot_state JOIN slot USING (slot_id)
       WHERE slot.store_id = $1 AND slot.retired_at IS NULL ORDER BY slot_id`,
      [storeId],
    );
  }

  save(states: readonly SlotStateEntity[]): Promise<void> {
    return this.tables.upsert(SlotStateEntity, states, ['slotId']);
  }
}
