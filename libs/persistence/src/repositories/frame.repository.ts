import type { Tables } from '../database/tables.js';
import { FrameEntity } from '../entities/frame.entity.js';

export type FrameRow = Omit<FrameEntity, 'pictureId'> & { pictureId?: string | null };

export class FrameRepository {
  constructor(private readonly tables: Tables) {}

  /** A frame is the same when camera, capture time and content are: then nothing is written. */
  async record(frame: FrameRow): Promise<'recorded' | 'duplicate'> {
    return (await this.tables.insertNew(FrameEntity, [frame])) === 1 ? 'recorded' : 'duplicate';
  }

  /** Cheap look before the work; only {@link record} decides. */
  async isKnown(cameraId: string, capturedAt: Date, sha256: string): Promise<boolean> {
    return (await this.tables.count(FrameEntity, { cameraId, capturedAt, sha256 })) > 0;
  }

  find(frameId: string): Promise<FrameEntity | undefined> {
    return this.tables.findOne(FrameEntity, { frameId });
  }

  /** Newest first. */
  latest(cameraId: string, limit: number): Promise<FrameEntity[]> {
    return this.tables.find(FrameEntity, { where: { cameraId }, order: { capturedAt: 'DESC' }, take: limit });
  }

  /** Retention: forgets frames captured before `before`, with their observations. @returns how many frames */
  async prune(before: Date): Promise<number> {
    await this.tables.sql(
      'DELETE FROM slot_observation o USING frame f WHERE o.frame_id = f.frame_id AND f.captured_at < $1',
      [before],
    );
    const [row] = await this.tables.sql<{ count: number }>(
      `WITH gone AS (DELETE FROM frame f WHERE captured_at < $1 RETURNING 1) SELECT count(*)::int AS count FROM gone`,
      [before],
    );
    return row?.count ?? 0;
  }
}
