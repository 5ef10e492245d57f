import { In, IsNull } from 'typeorm';
import type { Tables } from '../database/tables.js';
import { CameraViewEntity } from '../entities/camera-view.entity.js';
import { CameraEntity } from '../entities/camera.entity.js';
import { SlotEntity } from '../entities/slot.entity.js';

/** A camera with all that is needed to read its pictures. */
export interface CameraSetup {
  camera: CameraEntity;
  /** Undefined: not calibrated, so that its pictures say nothing about any slot. */
  view: CameraViewEntity | undefined;
  /** Slots that the view shows and the planogram still has. */
  slots: SlotEntity[];
}

/** The newest picture of a camera. */
export interface NewestPicture {
  capturedAt: Date;
  pictureId: string | null;
  sequence: number | null;
}

export class CameraRepository {
  constructor(private readonly tables: Tables) {}

  /** @returns undefined when no shop has such a camera (any more) */
  async setup(cameraId: string): Promise<CameraSetup | undefined> {
    const camera = await this.tables.findOne(CameraEntity, { cameraId, retiredAt: IsNull() });
    if (camera === undefined) return undefined;
    const view = await this.view(cameraId);
    const slotIds = [...new Set((view?.regions ?? []).map((region) => region.slotId))];
    const where = { slotId: In(slotIds), storeId: camera.storeId, retiredAt: IsNull() };
    return { camera, view, slots: await this.tables.find(SlotEntity, { where, order: { slotId: 'ASC' } }) };
  }

  list(storeId?: string): Promise<CameraEntity[]> {
    const where = { retiredAt: IsNull(), ...(storeId === undefined ? {} : { storeId }) };
    return this.tables.find(CameraEntity, { where, order: { cameraId: 'ASC' } });
  }

  /** The calibration that holds now. */
  async view(cameraId: string): Promise<CameraViewEntity | undefined> {
    const [newest] = await this.tables.find(CameraViewEntity, {
      where: { cameraId },
      order: { version: 'DESC' },
      take: 1,
    });
    return newest;
  }

  find(cameraId: string): Promise<CameraEntity | undefined> {
    return this.tables.findOne(CameraEntity, { cameraId, retiredAt: IsNull() });
  }

  /** The calibrations that hold now, by camera; cameras without one are absent. */
  async views(cameraIds: readonly string[]): Promise<Map<string, CameraViewEntity>> {
    const rows = await this.tables.sql<CameraViewEntity>(
      `SELECT DISTINCT ON (camera_id) camera_id AS "cameraId", version, valid_from AS "validFrom", width, height, regions,
         reference_picture_id AS "referencePictureId", calibration
       FROM camera_view WHERE camera_id = ANY($1) ORDER BY camera_id, version DESC`,
      [cameraIds],
    );
    return new Map(rows.map((row) => [row.cameraId, row]));
  }

  /** Adds a calibration, which holds from then on. @returns its version */
  async addView(
    cameraId: string,
    view: Pick<CameraViewEntity, 'width' | 'height' | 'regions' | 'calibration'>,
    validFrom: Date,
  ): Promise<number> {
    const version = ((await this.view(cameraId))?.version ?? 0) + 1;
    await this.tables.insert(CameraViewEntity, [{ ...view, cameraId, version, validFrom, referencePictureId: null }]);
    return version;
  }

  /** Remembers the newest picture; an older one changes nothing. */
  async recordNewest(cameraId: string, { capturedAt, pictureId, sequence }: NewestPicture): Promise<void> {
    await this.tables.sql(
      `UPDATE camera SET last_frame_at = $2, last_picture_id = coalesce($3, last_picture_id), last_sequence = $4
       WHERE camera_id = $1 AND (last_frame_at IS NULL OR last_frame_at < $2)`,
      [cameraId, capturedAt, pictureId, sequence],
    );
  }

  /** Remembers the picture that later ones are compared with, unless the calibration has one already. */
  async adoptReferencePicture(cameraId: string, version: number, referencePictureId: string): Promise<void> {
    await this.tables.update(
      CameraViewEntity,
      { cameraId, version, referencePictureId: IsNull() },
      { referencePictureId },
    );
  }

  async saveHealthState(cameraId: string, healthState: unknown): Promise<void> {
    await this.tables.update(CameraEntity, { cameraId }, { healthState });
  }
}
