import type { CameraFault } from '@shelfwatch/domain';
import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { CameraEntity } from './camera.entity.js';
import { moment, momentOrNull, text } from './column-types.js';

/** A time during which a camera had a fault. */
@Entity('camera_health')
@Index('camera_health_one_open', ['cameraId', 'fault'], { unique: true, where: '(closed_at IS NULL)' })
@Index('camera_health_by_time', ['cameraId', 'openedAt'])
export class CameraHealthEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id!: string;
  @ForeignKey(() => CameraEntity, { name: 'camera_health_camera_fk' })
  @Column(text)
  cameraId!: string;
  @Column(text) fault!: CameraFault;
  @Column(moment) openedAt!: Date;
  @Column(momentOrNull) closedAt!: Date | null;
  @Column(text) recommendedAction!: string;
}
