import type { Tables } from '../database/tables.js';
import { LabelTaskEntity } from '../entities/label-task.entity.js';

/** What a store's cameras have asked people for on one day, without what people asked for themselves. */
export interface LabelTaskCount {
  slotId: string;
  expectedLabel: string;
  tasks: number;
  lastCapturedAt: Date;
}

export interface LabelTaskFilter {
  storeId?: string;
  reason?: LabelTaskEntity['reason'];
}

/** Crops that wait for a label. */
export class LabelTaskRepository {
  constructor(private readonly tables: Tables) {}

  /** The same facing of the same frame is one task. */
  async add(tasks: readonly LabelTaskEntity[]): Promise<void> {
    if (tasks.length > 0) await this.tables.insertNew(LabelTaskEntity, tasks);
  }

  /** By slot; of crops captured from `from` until before `before`. */
  countsBetween(storeId: string, from: Date, before: Date): Promise<LabelTaskCount[]> {
    return this.tables.sql(
      `SELECT slot_id AS "slotId", expected_label AS "expectedLabel", count(*)::int AS tasks, max(captured_at) AS "lastCapturedAt"
       FROM label_task WHERE store_id = $1 AND captured_at >= $2 AND captured_at < $3 AND reason <> 'rejected-event'
       GROUP BY slot_id, expected_label`,
      [storeId, from, before],
    );
  }

  /** The most instructive first, newer ones before older ones. */
  page(state: LabelTaskEntity['state'], filter: LabelTaskFilter, limit: number): Promise<LabelTaskEntity[]> {
    return this.tables.find(LabelTaskEntity, {
      where: { state, ...filter },
      order: { score: 'DESC', capturedAt: 'DESC', taskId: 'ASC' },
      take: limit,
    });
  }

  count(state: LabelTaskEntity['state'], filter: LabelTaskFilter): Promise<number> {
    return this.tables.count(LabelTaskEntity, { state, ...filter });
  }

  find(taskId: string): Promise<LabelTaskEntity | undefined> {
    return this.tables.findOne(LabelTaskEntity, { taskId });
  }

  /** Locked, in an order that is always the same, so that two people who answer at once do not wait for each other. */
  async lock(taskIds: readonly string[]): Promise<LabelTaskEntity[]> {
    return this.tables.sql<LabelTaskEntity>(
      `SELECT ${COLUMNS} FROM label_task WHERE task_id = ANY($1) ORDER BY task_id FOR UPDATE`,
      [taskIds],
    );
  }

  async answer(
    taskId: string,
    answer: Pick<LabelTaskEntity, 'state' | 'label' | 'labelledBy' | 'labelledAt'>,
  ): Promise<void> {
    await this.tables.update(LabelTaskEntity, { taskId }, answer);
  }

  /** Retention: forgets what nobody labelled; labelled ones stay. @returns how many */
  async prune(before: Date): Promise<number> {
    const [row] = await this.tables.sql<{ count: number }>(
      `WITH gone AS (DELETE FROM label_task WHERE created_at < $1 AND state <> 'labelled' RETURNING 1)
       SELECT count(*)::int AS count FROM gone`,
      [before],
    );
    return row?.count ?? 0;
  }
}

const COLUMNS = `task_id AS "taskId", state, reason, score, store_id AS "storeId", camera_id AS "cameraId", slot_id AS "slotId",
  facing, picture_id AS "pictureId", captured_at AS "capturedAt", created_at AS "createdAt", expected_label AS "expectedLabel",
  predicted_label AS "predictedLabel", predicted_probability AS "predictedProbability", model_version AS "modelVersion",
  label, labelled_by AS "labelledBy", labelled_at AS "labelledAt"`;
