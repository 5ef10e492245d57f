import { foldMovements, type InventoryBalance, type InventoryMovement } from '@shelfwatch/domain';
import { isDeepStrictEqual } from 'node:util';
import { In, LessThanOrEqual } from 'typeorm';
import type { Tables } from '../database/tables.js';
import { InventoryMovementEntity } from '../entities/inventory-movement.entity.js';
import { StockLevelEntity } from '../entities/stock-level.entity.js';

/** A movement of one product, and who told it. */
export interface ToldMovement extends InventoryMovement {
  gtin: string;
  actor: string;
}

/** `duplicate`: told before; `conflict`: the key was used for another movement, and nothing was recorded. */
export type ToldOutcome = 'recorded' | 'duplicate' | 'conflict';

/** Figures that an inventory system tells of a product. */
export type BookFigures = Omit<StockLevelEntity, 'storeId' | 'updatedAt'>;

/** Begins the keys of movements that {@link InventoryRepository.tell} makes. */
const TOLD_FIGURES = 'figures/';
/** Whether an inventory system told a movement as figures; otherwise a count is that of a person. */
export const isToldBySystem = ({ idempotencyKey }: Pick<InventoryMovement, 'idempotencyKey'>): boolean =>
  idempotencyKey.startsWith(TOLD_FIGURES);
const FIGURES = ['shelf', 'backroom', 'reserved', 'onOrder'] as const;

/**
 * The ledger: movements are appended, and the balance in `stock_level` is derived from them under a lock on its row,
 * so that of many writers none is lost. Call what writes within a transaction.
 */
export class InventoryRepository {
  constructor(private readonly tables: Tables) {}

  /**
   * @returns what became of each movement, in the same order
   * @throws ConstraintViolated when store or product is unknown
   */
  async append(storeId: string, told: readonly ToldMovement[]): Promise<ToldOutcome[]> {
    if (told.length === 0) return [];
    await this.lock(storeId, gtinsOf(told));
    const before = await this.stored(storeId, told);
    const rows = told.map(({ details, ...movement }) => ({ ...movement, storeId, kind: details.kind, details }));
    await this.tables.insertNew(InventoryMovementEntity, rows);
    const after = await this.stored(storeId, told);
    await this.derive(storeId, gtinsOf(told));
    const seen = new Set(before.keys());
    return told.map((movement): ToldOutcome => {
      const { idempotencyKey } = movement;
      if (!isSame(movement, after.get(idempotencyKey)!)) return 'conflict';
      const isNew = !seen.has(idempotencyKey);
      seen.add(idempotencyKey);
      return isNew ? 'recorded' : 'duplicate';
    });
  }

  /**
   * Makes the book say what an inventory system says: a count of each product whose figures differ. What it tells
   * about sales and expected goods is kept beside.
   */
  async tell(storeId: string, figures: readonly BookFigures[], actor: string, at: Date): Promise<void> {
    const sorted = [...figures].sort((a, b) => (a.gtin < b.gtin ? -1 : 1));
    const before = await this.lock(
      storeId,
      sorted.map(({ gtin }) => gtin),
    );
    const counted = new Set(await this.gtinsWithMovements(storeId, [...before.keys()]));
    await this.tables.upsert(
      StockLevelEntity,
      sorted.map((level) => ({ ...level, storeId, updatedAt: at })),
      ['storeId', 'gtin'],
    );
    const differing = sorted.filter((level) => {
      const book = before.get(level.gtin);
      return book === undefined || !counted.has(level.gtin) || FIGURES.some((figure) => book[figure] !== level[figure]);
    });
    await this.append(
      storeId,
      differing.map(({ gtin, shelf, backroom, reserved, onOrder }) => ({
        ...{ gtin, actor, effectiveAt: at, idempotencyKey: `${TOLD_FIGURES}${at.toISOString()}/${gtin}` },
        details: { kind: 'count', shelf, backroom, reserved, onOrder },
      })),
    );
  }

  async has(storeId: string, idempotencyKey: string): Promise<boolean> {
    return (await this.tables.count(InventoryMovementEntity, { storeId, idempotencyKey })) > 0;
  }

  /** Newest first. */
  movements(storeId: string, gtin: string, limit: number): Promise<InventoryMovementEntity[]> {
    return this.tables.find(InventoryMovementEntity, {
      where: { storeId, gtin },
      order: { effectiveAt: 'DESC', id: 'DESC' },
      take: limit,
    });
  }

  /** All movements of a store until a moment, by GTIN. */
  async until(storeId: string, until: Date): Promise<Map<string, InventoryMovementEntity[]>> {
    const rows = await this.tables.find(InventoryMovementEntity, {
      where: { storeId, effectiveAt: LessThanOrEqual(until) },
    });
    const byGtin = new Map<string, InventoryMovementEntity[]>();
    for (const row of rows) {
      const known = byGtin.get(row.gtin);
      if (known === undefined) byGtin.set(row.gtin, [row]);
      else known.push(row);
    }
    return byGtin;
  }

  /** With what the stored figures leave out: shortfall, last sight and last counts. */
  async balance(storeId: string, gtin: string): Promise<InventoryBalance> {
    return foldMovements(await this.tables.find(InventoryMovementEntity, { where: { storeId, gtin } }));
  }

  /** Of each product; nothing that happened before the last count of all four figures matters any more. */
  async balances(storeId: string, gtins: readonly string[]): Promise<Map<string, InventoryBalance>> {
    const rows = await this.tables.sql<InventoryMovement & { gtin: string }>(
      `SELECT m.gtin, m.idempotency_key AS "idempotencyKey", m.effective_at AS "effectiveAt", m.details
       FROM inventory_movement m WHERE m.store_id = $1 AND m.gtin = ANY($2) AND m.effective_at >= coalesce(
         (SELECT max(c.effective_at) FROM inventory_movement c WHERE c.store_id = m.store_id AND c.gtin = m.gtin
            AND c.kind = 'count' AND c.details ?& ARRAY['shelf', 'backroom', 'reserved', 'onOrder']), '-infinity')`,
      [storeId, gtins],
    );
    const byGtin = new Map<string, InventoryMovement[]>(gtins.map((gtin) => [gtin, []]));
    for (const { gtin, ...movement } of rows) byGtin.get(gtin)!.push(movement);
    return new Map([...byGtin].map(([gtin, movements]) => [gtin, foldMovements(movements)]));
  }

  /** When people last counted shelf and back room of each product; figures that an inventory system told are no count. */
  async lastCounts(storeId: string): Promise<Map<string, Date>> {
    const rows = await this.tables.sql<{ gtin: string; at: Date }>(
      `SELECT gtin, max(effective_at) AS at FROM inventory_movement
       WHERE store_id = $1 AND kind = 'count' AND details ?& ARRAY['shelf', 'backroom'] AND idempotency_key NOT LIKE $2 GROUP BY gtin`,
      [storeId, `${TOLD_FIGURES}%`],
    );
    return new Map(rows.map(({ gtin, at }) => [gtin, at]));
  }

  /**
   * For a transaction that is going to write products as well as figures: waits until no movement of the store is being
   * recorded and lets none begin. Otherwise the two could wait for each other, for products and for levels.
   */
  async holdStore(storeId: string): Promise<void> {
    await this.tables.sql(`SELECT pg_advisory_xact_lock(hashtext('inventory'), hashtext($1))`, [storeId]);
  }

  /** Always in the order of GTINs, so that two writers never wait for each other. */
  private async lock(storeId: string, gtins: readonly string[]): Promise<Map<string, StockLevelEntity>> {
    await this.tables.sql(`SELECT pg_advisory_xact_lock_shared(hashtext('inventory'), hashtext($1))`, [storeId]);
    const empty = { backroom: 0, shelf: 0, reserved: 0, onOrder: 0 };
    await this.tables.insertNew(
      StockLevelEntity,
      gtins.map((gtin) => ({ storeId, gtin, ...empty })),
    );
    const rows = await this.tables.find(StockLevelEntity, {
      where: { storeId, gtin: In([...gtins]) },
      order: { gtin: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    return new Map(rows.map((row) => [row.gtin, row]));
  }

  private async stored(storeId: string, told: readonly ToldMovement[]): Promise<Map<string, InventoryMovementEntity>> {
    const keys = told.map(({ idempotencyKey }) => idempotencyKey);
    const rows = await this.tables.find(InventoryMovementEntity, { where: { storeId, idempotencyKey: In(keys) } });
    return new Map(rows.map((row) => [row.idempotencyKey, row]));
  }

  private async gtinsWithMovements(storeId: string, gtins: readonly string[]): Promise<string[]> {
    const rows = await this.tables.sql<{ gtin: string }>(
      'SELECT DISTINCT gtin FROM inventory_movement WHERE store_id = $1 AND gtin = ANY($2)',
      [storeId, gtins],
    );
    return rows.map(({ gtin }) => gtin);
  }

  private async derive(storeId: string, gtins: readonly string[]): Promise<void> {
    for (const [gtin, { shelf, backroom, reserved, onOrder }] of await this.balances(storeId, gtins)) {
      const figures = { shelf, backroom, reserved, onOrder, updatedAt: new Date() };
      await this.tables.update(StockLevelEntity, { storeId, gtin }, figures);
    }
  }
}

const gtinsOf = (told: readonly ToldMovement[]): string[] => [...new Set(told.map(({ gtin }) => gtin))].sort();

const isSame = (told: ToldMovement, stored: InventoryMovementEntity): boolean =>
  told.gtin === stored.gtin &&
  told.effectiveAt.getTime() === stored.effectiveAt.getTime() &&
  isDeepStrictEqual({ ...told.details }, stored.details);
