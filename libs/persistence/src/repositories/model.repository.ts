import type { Tables } from '../database/tables.js';
import { ModelStatePeriodEntity } from '../entities/model-state-period.entity.js';
import { ModelVersionEntity } from '../entities/model-version.entity.js';

/** A model with what it is now. */
export type ModelNow = ModelVersionEntity & { state: ModelStatePeriodEntity['state'] };

/** The registry: versions, and what each was when. */
export class ModelRepository {
  constructor(private readonly tables: Tables) {}

  /** @returns whether it was new */
  async add(model: ModelVersionEntity): Promise<boolean> {
    return (await this.tables.insertNew(ModelVersionEntity, [model])) > 0;
  }

  /** Newest first. */
  async list(): Promise<ModelNow[]> {
    const [models, periods] = await Promise.all([
      this.tables.find(ModelVersionEntity, { order: { createdAt: 'DESC' } }),
      this.openPeriods(),
    ]);
    const states = new Map(periods.map(({ version, state }) => [version, state]));
    return models.map((model) => ({ ...model, state: states.get(model.version) ?? 'retired' }));
  }

  find(version: string): Promise<ModelVersionEntity | undefined> {
    return this.tables.findOne(ModelVersionEntity, { version });
  }

  /** Oldest first. */
  history(version?: string): Promise<ModelStatePeriodEntity[]> {
    return this.tables.find(ModelStatePeriodEntity, {
      where: version === undefined ? {} : { version },
      order: { startedAt: 'ASC' },
    });
  }

  /** What holds now; with a lock within a transaction, so that two promotions wait for each other. */
  async openPeriods(options: { lock?: boolean } = {}): Promise<ModelStatePeriodEntity[]> {
    if (options.lock) await this.tables.sql('SELECT pg_advisory_xact_lock(72, 1)');
    return this.tables.sql<ModelStatePeriodEntity>(
      `SELECT period_id AS "periodId", version, state, started_at AS "startedAt", ended_at AS "endedAt", actor, reason
       FROM model_state_period WHERE ended_at IS NULL`,
    );
  }

  /** Ends what the model was and begins what it is. Call it within a transaction that holds the lock. */
  async change(period: ModelStatePeriodEntity): Promise<void> {
    await this.tables.sql(`UPDATE model_state_period SET ended_at = $2 WHERE version = $1 AND ended_at IS NULL`, [
      period.version,
      period.startedAt,
    ]);
    await this.tables.insert(ModelStatePeriodEntity, [period]);
  }
}
