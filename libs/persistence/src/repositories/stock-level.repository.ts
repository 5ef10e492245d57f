import { In } from 'typeorm';
import type { Tables } from '../database/tables.js';
import { StockLevelEntity } from '../entities/stock-level.entity.js';

/** Book stock: what the inventory system says, not what cameras see. */
export class StockLevelRepository {
  constructor(private readonly tables: Tables) {}

  /** By GTIN; products without figures are absent. */
  async of(storeId: string, gtins: readonly string[]): Promise<Map<string, StockLevelEntity>> {
    const rows = await this.tables.find(StockLevelEntity, { where: { storeId, gtin: In([...gtins]) } });
    return new Map(rows.map((row) => [row.gtin, row]));
  }

  list(storeId: string): Promise<StockLevelEntity[]> {
    return this.tables.find(StockLevelEntity, { where: { storeId }, order: { gtin: 'ASC' } });
  }

  save(levels: readonly StockLevelEntity[]): Promise<void> {
    return this.tables.upsert(StockLevelEntity, levels, ['storeId', 'gtin']);
  }

  /** Books `items` more on order, less when negative; in one statement, so that concurrent bookings add up. */
  async addOnOrder(storeId: string, gtin: string, items: number, expectedAt: Date | null, now: Date): Promise<void> {
    await this.tables.sql(
      `UPDATE stock_level SET on_order = greatest(0, on_order + $3), on_order_expected_at = $4, updated_at = $5
       WHERE store_id = $1 AND gtin = $2`,
      [storeId, gtin, items, expectedAt, now],
    );
  }
}
