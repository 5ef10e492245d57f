import type { Tables } from '../database/tables.js';
import { SuppressionWindowEntity } from '../entities/suppression-window.entity.js';
import { LessThan, LessThanOrEqual, MoreThan } from 'typeorm';

/** Times during which gaps are expected. */
export class SuppressionRepository {
  constructor(private readonly tables: Tables) {}

  /** Windows of the store that hold at `at`. */
  active(storeId: string, at: Date): Promise<SuppressionWindowEntity[]> {
    return this.tables.find(SuppressionWindowEntity, {
      where: { storeId, startsAt: LessThanOrEqual(at), endsAt: MoreThan(at) },
      order: { startsAt: 'ASC' },
    });
  }

  /** Windows of the store that hold at some time between two moments. */
  between(storeId: string, from: Date, to: Date): Promise<SuppressionWindowEntity[]> {
    return this.tables.find(SuppressionWindowEntity, {
      where: { storeId, startsAt: LessThan(to), endsAt: MoreThan(from) },
      order: { startsAt: 'ASC' },
    });
  }

  add(window: SuppressionWindowEntity): Promise<void> {
    return this.tables.insert(SuppressionWindowEntity, [window]);
  }

  /** Ends a window early; one that has not begun goes, as nothing rests on it. @returns false when none holds or is ahead */
  async end(storeId: string, windowId: string, now: Date): Promise<boolean> {
    const isAhead = { storeId, windowId, startsAt: MoreThan(now) };
    if ((await this.tables.delete(SuppressionWindowEntity, isAhead)) > 0) return true;
    const holds = { storeId, windowId, endsAt: MoreThan(now) };
    return (await this.tables.update(SuppressionWindowEntity, holds, { endsAt: now })) > 0;
  }
}
