import { isOpenReorder, REORDER_STATES, type ReorderState } from '@shelfwatch/domain';
import { In } from 'typeorm';
import type { Tables } from '../database/tables.js';
import { ReorderChangeEntity } from '../entities/reorder-change.entity.js';
import { ReorderEntity } from '../entities/reorder.entity.js';

export interface ReorderStep {
  reorderId: string;
  /** The state that the caller saw; when it is another by now, nothing is written. */
  from: ReorderState;
  to: ReorderState;
  at: Date;
  reason: string;
  actor: string;
  /** What the supplier said about the delivery. */
  expectedAt?: Date | null;
  /** Items that have come in all. */
  received?: number;
  /** What the supplier changed the order to. */
  order?: { quantity: number; cases: number };
}

export interface ReorderFilter {
  storeId?: string;
  states?: readonly ReorderState[];
  /** Default 200. */
  limit?: number;
}

const OPEN_STATES = REORDER_STATES.filter(isOpenReorder);

export class ReorderRepository {
  constructor(private readonly tables: Tables) {}

  /**
   * Adds a reorder unless one is open for its store, product and supplier, or one with its idempotency key exists.
   * Of writers at the same time exactly one succeeds.
   *
   * @param actor who asks for it
   */
  async propose(reorder: ReorderEntity, actor: string): Promise<'created' | 'exists'> {
    if ((await this.tables.insertNew(ReorderEntity, [reorder])) === 0) return 'exists';
    const { reorderId, state, requestedAt: changedAt, reason } = reorder;
    await this.tables.insert(ReorderChangeEntity, [{ reorderId, previous: null, state, changedAt, reason, actor }]);
    return 'created';
  }

  /** One step of the life cycle. Whether it is allowed is the domain's business; whether it still applies is decided here. */
  async step(step: ReorderStep): Promise<'stepped' | 'stale'> {
    const { reorderId, from, to, at, reason, actor, expectedAt, received, order } = step;
    const values = {
      ...{ state: to, changedAt: at, ...order },
      ...(expectedAt === undefined ? {} : { expectedAt }),
      ...(received === undefined ? {} : { received }),
    };
    if ((await this.tables.update(ReorderEntity, { reorderId, state: from }, values)) === 0) return 'stale';
    const change = { reorderId, previous: from, state: to, changedAt: at, reason, actor };
    await this.tables.insert(ReorderChangeEntity, [change]);
    return 'stepped';
  }

  find(reorderId: string): Promise<ReorderEntity | undefined> {
    return this.tables.findOne(ReorderEntity, { reorderId });
  }

  /** Until the transaction ends nobody else steps it. */
  async lock(reorderId: string): Promise<ReorderEntity | undefined> {
    const lock = { mode: 'pessimistic_write' } as const;
    return (await this.tables.find(ReorderEntity, { where: { reorderId }, lock }))[0];
  }

  openOf(storeId: string, gtins: readonly string[]): Promise<ReorderEntity[]> {
    return this.tables.find(ReorderEntity, { where: { storeId, gtin: In([...gtins]), state: In(OPEN_STATES) } });
  }

  /** Newest first. */
  list({ storeId, states, limit = 200 }: ReorderFilter): Promise<ReorderEntity[]> {
    const where = { ...(storeId ? { storeId } : {}), ...(states ? { state: In([...states]) } : {}) };
    return this.tables.find(ReorderEntity, { where, order: { requestedAt: 'DESC', reorderId: 'ASC' }, take: limit });
  }

  /** In the order in which they happened. */
  changes(reorderId: string): Promise<ReorderChangeEntity[]> {
    return this.changesOf([reorderId]);
  }

  /** Of several reorders, in the order in which they happened. */
  changesOf(reorderIds: readonly string[]): Promise<ReorderChangeEntity[]> {
    return this.tables.find(ReorderChangeEntity, { where: { reorderId: In([...reorderIds]) }, order: { id: 'ASC' } });
  }

  /** Orders that this event triggered. */
  ofEvent(eventId: string): Promise<ReorderEntity[]> {
    return this.tables.find(ReorderEntity, { where: { eventId } });
  }
}
