import { In, type FindOptionsWhere } from 'typeorm';
import type { Tables } from '../database/tables.js';
import { StockEventChangeEntity, type StockEventChangeKind } from '../entities/stock-event-change.entity.js';
import { StockEventEntity } from '../entities/stock-event.entity.js';

export interface StockEventFilter {
  storeId?: string;
  slotId?: string;
  status?: StockEventEntity['status'];
  kind?: StockEventEntity['kind'];
  /** Default 200. */
  limit?: number;
}

export class StockEventRepository {
  constructor(private readonly tables: Tables) {}

  find(eventId: string): Promise<StockEventEntity | undefined> {
    return this.tables.findOne(StockEventEntity, { eventId });
  }

  openOfSlots(slotIds: readonly string[]): Promise<StockEventEntity[]> {
    return this.tables.find(StockEventEntity, { where: { slotId: In([...slotIds]), status: 'open' } });
  }

  /** What costs most comes first, then what is newest. */
  list({ limit = 200, ...filter }: StockEventFilter): Promise<StockEventEntity[]> {
    return this.tables.find(StockEventEntity, {
      where: withoutUndefined(filter),
      order: { urgencyCentsPerHour: 'DESC', openedAt: 'DESC', eventId: 'ASC' },
      take: limit,
    });
  }

  /**
   * Writes the event as it stands now, and the change as a fact.
   *
   * @param at capture time of the frame that caused it
   */
  async record(event: StockEventEntity, change: StockEventChangeKind, at: Date): Promise<void> {
    await this.tables.upsert(StockEventEntity, [event], ['eventId']);
    await this.tables.insert(StockEventChangeEntity, [{ eventId: event.eventId, change, at, snapshot: event }]);
  }

  /** In the order in which they happened. */
  changes(eventId: string): Promise<StockEventChangeEntity[]> {
    return this.tables.find(StockEventChangeEntity, { where: { eventId }, order: { id: 'ASC' } });
  }
}

const withoutUndefined = (filter: StockEventFilter): FindOptionsWhere<StockEventEntity> =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
