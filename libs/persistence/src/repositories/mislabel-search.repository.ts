import type { Tables } from '../database/tables.js';
import { MislabelSearchEntity } from '../entities/mislabel-search.entity.js';

/** A search without what it found, which can be long. */
export type MislabelSearchRow = Omit<MislabelSearchEntity, 'suspects'>;

export class MislabelSearchRepository {
  constructor(private readonly tables: Tables) {}

  save(entry: MislabelSearchEntity): Promise<void> {
    return this.tables.upsert(MislabelSearchEntity, [entry], ['searchId']);
  }

  /** Leaves what it found as it is. */
  async saveProgress({ searchId, stage, done, total }: MislabelSearchRow): Promise<void> {
    await this.tables.update(MislabelSearchEntity, { searchId }, { stage, done, total });
  }

  find(dataSet: string, searchId: string): Promise<MislabelSearchEntity | undefined> {
    return this.tables.findOne(MislabelSearchEntity, { dataSet, searchId });
  }

  /** Newest first. */
  ofDataSet(dataSet: string): Promise<MislabelSearchRow[]> {
    return this.tables.sql<MislabelSearchRow>(
      `SELECT ${COLUMNS} FROM mislabel_search WHERE data_set = $1 ORDER BY started_at DESC LIMIT 50`,
      [dataSet],
    );
  }

  /** In the order in which they were asked for. */
  running(): Promise<MislabelSearchEntity[]> {
    return this.tables.find(MislabelSearchEntity, { where: { state: 'running' }, order: { startedAt: 'ASC' } });
  }
}

const COLUMNS = `search_id AS "searchId", data_set AS "dataSet", state, stage, request, started_at AS "startedAt",
  started_by AS "startedBy", ended_at AS "endedAt", done, total, checked, found, failure`;
