import { And, In, LessThan, MoreThanOrEqual, type FindOptionsWhere } from 'typeorm';
import type { Tables } from '../database/tables.js';
import { StockEventChangeEntity, type StockEventChangeKind } from '../entities/stock-event-change.entity.js';
import { StockEventEntity } from '../entities/stock-event.entity.js';

export interface StockEventFilter {
  storeId?: string;
  slotId?: string;
  status?: StockEventEntity['status'];
  kind?: StockEventEntity['kind'];
  /** First moment of opening that counts. */
  openedFrom?: Date;
  /** First moment of opening that no longer counts. */
  openedBefore?: Date;
  /** `urgency` (default): what costs most comes first, then what is newest. */
  order?: 'urgency' | 'newest';
  /** Default 200. */
  limit?: number;
}

export class StockEventRepository {
  constructor(private readonly tables: Tables) {}

  find(eventId: string): Promise<StockEventEntity | undefined> {
    return this.tables.findOne(StockEventEntity, { eventId });
  }

  /** Within a transaction nobody else changes the event until its end. */
  async lock(eventId: string): Promise<StockEventEntity | undefined> {
    await this.tables.sql('SELECT FROM stock_event WHERE event_id = $1 FOR UPDATE', [eventId]);
    return this.find(eventId);
  }

  openOfSlots(slotIds: readonly string[]): Promise<StockEventEntity[]> {
    return this.tables.find(StockEventEntity, { where: { slotId: In([...slotIds]), status: 'open' } });
  }

  /** Open events of some products or of all; nobody else changes them until the transaction ends. */
  lockOpenOfStore(storeId: string, gtins?: readonly string[]): Promise<StockEventEntity[]> {
    const products = gtins === undefined ? {} : { gtin: In([...gtins]) };
    return this.tables.find(StockEventEntity, {
      where: { storeId, status: 'open', ...products },
      // Always in the same order, so that two who do so never wait for each other.
      order: { eventId: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  list({ limit = 200, order = 'urgency', ...filter }: StockEventFilter): Promise<StockEventEntity[]> {
    return this.tables.find(StockEventEntity, {
      where: toWhere(filter),
      order: {
        ...(order === 'urgency' ? { urgencyCentsPerHour: 'DESC' } : {}),
        ...{ openedAt: 'DESC', eventId: 'ASC' },
      },
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

type Conditions = Omit<StockEventFilter, 'limit' | 'order'>;

function toWhere({ openedFrom, openedBefore, ...filter }: Conditions): FindOptionsWhere<StockEventEntity> {
  const bounds = [
    ...(openedFrom === undefined ? [] : [MoreThanOrEqual(openedFrom)]),
    ...(openedBefore === undefined ? [] : [LessThan(openedBefore)]),
  ];
  return {
    ...Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)),
    ...(bounds.length === 0 ? {} : { openedAt: And(...bounds) }),
  };
}
