import type { FacingRegion, FixturePoints } from '@shelfwatch/domain';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CameraEntity } from './camera.entity.js';
import { json, jsonOrNull, moment, text, textOrNull, whole } from './column-types.js';

/** A camera's calibration. A new one is a new version; old ones stay, since observations were made through them. */
@Entity('camera_view')
export class CameraViewEntity {
  @ForeignKey(() => CameraEntity, { name: 'camera_view_camera_fk' })
  @PrimaryColumn(text)
  cameraId!: string;
  /** Counts up from 1 for each camera. */
  @PrimaryColumn(whole) version!: number;
  @Column(moment) validFrom!: Date;
  @Column(whole) width!: number;
  @Column(whole) height!: number;
  @Column(json) regions!: FacingRegion[];
  /** Picture for which the regions were drawn. */
  @Column(textOrNull) referencePictureId!: string | null;
  /** From which points of its fixtures the regions were computed; null: they were drawn. */
  @Column(jsonOrNull) calibration!: FixturePoints[] | null;
}
