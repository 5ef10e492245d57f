import type { CameraFault } from '@shelfwatch/domain';
import { In, IsNull } from 'typeorm';
import type { Tables } from '../database/tables.js';
import { CameraHealthEntity } from '../entities/camera-health.entity.js';

export class CameraHealthRepository {
  constructor(private readonly tables: Tables) {}

  /** Faults that hold now. */
  open(cameraIds: readonly string[]): Promise<CameraHealthEntity[]> {
    const where = { cameraId: In([...cameraIds]), closedAt: IsNull() };
    return this.tables.find(CameraHealthEntity, { where, order: { openedAt: 'ASC' } });
  }

  /** @returns false when the fault was open already */
  async begin(cameraId: string, fault: CameraFault, openedAt: Date, recommendedAction: string): Promise<boolean> {
    const row = { cameraId, fault, openedAt, recommendedAction, closedAt: null };
    return (await this.tables.insertNew(CameraHealthEntity, [row])) === 1;
  }

  /** @returns false when no such fault was open */
  async end(cameraId: string, fault: CameraFault, closedAt: Date): Promise<boolean> {
    return (await this.tables.update(CameraHealthEntity, { cameraId, fault, closedAt: IsNull() }, { closedAt })) > 0;
  }

  /** Newest first. */
  history(cameraId: string, limit: number): Promise<CameraHealthEntity[]> {
    return this.tables.find(CameraHealthEntity, { where: { cameraId }, order: { openedAt: 'DESC' }, take: limit });
  }
}
