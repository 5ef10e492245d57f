import { In } from 'typeorm';
import type { Tables } from '../database/tables.js';
import { StockLevelEntity } from '../entities/stock-level.entity.js';

/** Book stock: what the ledger of movements adds up to. {@link InventoryRepository} writes it. */
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
}
