import { In, LessThanOrEqual } from 'typeorm';
import type { Tables } from '../database/tables.js';
import { FixtureEntity } from '../entities/fixture.entity.js';
import { PlanogramVersionEntity } from '../entities/planogram-version.entity.js';
import { ProductEntity } from '../entities/product.entity.js';
import { SlotEntity } from '../entities/slot.entity.js';

/** What a version makes of the tables. */
export interface PlanogramRows {
  storeId: string;
  /** Products that nobody knew before. */
  newProducts: Partial<ProductEntity>[];
  fixtures: Omit<FixtureEntity, 'storeId'>[];
  slots: Omit<SlotEntity, 'storeId' | 'retiredAt'>[];
  removedSlotIds: readonly string[];
}

/** Versions of planograms, and their application. Writes want a transaction. */
export class PlanogramRepository {
  constructor(private readonly tables: Tables) {}

  /** Until the end of the transaction nobody else changes planograms of this store. @returns false when there is no such store */
  async lockStore(storeId: string): Promise<boolean> {
    const rows = await this.tables.sql('SELECT store_id FROM store WHERE store_id = $1 FOR UPDATE', [storeId]);
    return rows.length > 0;
  }

  add(version: PlanogramVersionEntity): Promise<void> {
    return this.tables.insert(PlanogramVersionEntity, [version]);
  }

  /** Newest effective date first, without contents. */
  list(storeId: string): Promise<Omit<PlanogramVersionEntity, 'content'>[]> {
    return this.tables.sql(
      `SELECT version_id AS "versionId", store_id AS "storeId", name, format, fixture_ids AS "fixtureIds", state,
         effective_from AS "effectiveFrom", applied_at AS "appliedAt", created_at AS "createdAt", created_by AS "createdBy",
         difference, failure
       FROM planogram_version WHERE store_id = $1 ORDER BY effective_from DESC, created_at DESC`,
      [storeId],
    );
  }

  find(storeId: string, versionId: string): Promise<PlanogramVersionEntity | undefined> {
    return this.tables.findOne(PlanogramVersionEntity, { storeId, versionId });
  }

  /** In the order in which they take effect. */
  scheduled(storeId: string): Promise<PlanogramVersionEntity[]> {
    return this.tables.find(PlanogramVersionEntity, {
      where: { storeId, state: 'scheduled' },
      order: { effectiveFrom: 'ASC', createdAt: 'ASC' },
    });
  }

  /** Scheduled versions whose time has come, in that order; without contents. */
  async due(now: Date): Promise<{ versionId: string; storeId: string }[]> {
    return this.tables.find(PlanogramVersionEntity, {
      select: { versionId: true, storeId: true },
      where: { state: 'scheduled', effectiveFrom: LessThanOrEqual(now) },
      order: { effectiveFrom: 'ASC', createdAt: 'ASC' },
    });
  }

  /** The version that gave a fixture what it has now. */
  async lastApplied(storeId: string, fixtureId: string): Promise<PlanogramVersionEntity | undefined> {
    const [newest] = await this.tables.sql<{ versionId: string }>(
      `SELECT version_id AS "versionId" FROM planogram_version
       WHERE store_id = $1 AND state = 'applied' AND fixture_ids @> to_jsonb($2::text) ORDER BY applied_at DESC LIMIT 1`,
      [storeId, fixtureId],
    );
    return newest && this.find(storeId, newest.versionId);
  }

  async change(versionId: string, values: Partial<PlanogramVersionEntity>): Promise<void> {
    await this.tables.update(PlanogramVersionEntity, { versionId }, values);
  }

  /** Ids that a new slot of this store must not get. */
  async takenSlotIds(storeId: string): Promise<Set<string>> {
    const rows = await this.tables.sql<{ slotId: string }>(
      'SELECT slot_id AS "slotId" FROM slot WHERE store_id = $1 OR starts_with(slot_id, $1)',
      [storeId],
    );
    return new Set(rows.map(({ slotId }) => slotId));
  }

  /** Makes slots what a version says. Slots that stay keep their rows, and so all that refers to them; dropped ones are retired. */
  async apply({ storeId, newProducts, fixtures, slots, removedSlotIds }: PlanogramRows, at: Date): Promise<void> {
    await this.tables.insertNew(ProductEntity, newProducts);
    const ofStore = <T>(row: T): T & { storeId: string } => ({ ...row, storeId });
    await this.tables.upsert(FixtureEntity, fixtures.map(ofStore), ['storeId', 'fixtureId']);
    const rows = slots.map((slot) => ({ ...slot, storeId, retiredAt: null }));
    await this.tables.upsert(SlotEntity, rows, ['slotId']);
    await this.tables.update(SlotEntity, { storeId, slotId: In([...removedSlotIds]) }, { retiredAt: at });
  }
}
