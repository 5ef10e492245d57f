import type { Tables } from '../database/tables.js';
import { SampleImportEntity } from '../entities/sample-import.entity.js';

export class SampleImportRepository {
  constructor(private readonly tables: Tables) {}

  save(entry: SampleImportEntity): Promise<void> {
    return this.tables.upsert(SampleImportEntity, [entry], ['importId']);
  }

  find(importId: string): Promise<SampleImportEntity | undefined> {
    return this.tables.findOne(SampleImportEntity, { importId });
  }

  /** Newest first. */
  ofDataSet(dataSet: string): Promise<SampleImportEntity[]> {
    return this.tables.find(SampleImportEntity, { where: { dataSet }, order: { startedAt: 'DESC' }, take: 50 });
  }

  running(): Promise<SampleImportEntity[]> {
    return this.tables.find(SampleImportEntity, { where: { state: 'running' } });
  }
}
