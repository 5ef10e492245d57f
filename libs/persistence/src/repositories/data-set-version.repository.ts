import type { Tables } from '../database/tables.js';
import { DataSetItemEntity } from '../entities/data-set-item.entity.js';
import { DataSetVersionEntity } from '../entities/data-set-version.entity.js';

/** Frozen data sets: written once. */
export class DataSetVersionRepository {
  constructor(private readonly tables: Tables) {}

  /** Call it within a transaction. */
  async freeze(version: DataSetVersionEntity, items: readonly DataSetItemEntity[]): Promise<void> {
    await this.tables.insert(DataSetVersionEntity, [version]);
    await this.tables.insert(DataSetItemEntity, items);
  }

  find(versionId: string): Promise<DataSetVersionEntity | undefined> {
    return this.tables.findOne(DataSetVersionEntity, { versionId });
  }

  /** Newest first. */
  list(): Promise<DataSetVersionEntity[]> {
    return this.tables.find(DataSetVersionEntity, { order: { dataSet: 'ASC', number: 'DESC' } });
  }

  /** The same pictures, labels and sides were frozen before. */
  async byHash(dataSet: string, hash: string): Promise<DataSetVersionEntity | undefined> {
    return this.tables.findOne(DataSetVersionEntity, { dataSet, hash });
  }

  /** In the order of the crops. */
  items(versionId: string): Promise<DataSetItemEntity[]> {
    return this.tables.find(DataSetItemEntity, { where: { versionId }, order: { position: 'ASC' } });
  }
}
