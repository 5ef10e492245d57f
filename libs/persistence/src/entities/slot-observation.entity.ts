import type { FacingReading } from '@shelfwatch/domain';
import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { json, moment, text } from './column-types.js';
import { FrameEntity } from './frame.entity.js';

/** Facts; the database refuses to change them. */
@Entity('slot_observation')
@Index('slot_observation_once', ['slotId', 'frameId'], { unique: true })
@Index('slot_observation_by_time', ['slotId', 'capturedAt'])
export class SlotObservationEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id!: string;
  @Column(text) slotId!: string;
  @ForeignKey(() => FrameEntity, { name: 'slot_observation_frame_fk' })
  @Column('uuid')
  frameId!: string;
  @Column(text) cameraId!: string;
  @Column(moment) capturedAt!: Date;
  @Column(json) readings!: FacingReading[];
  @Column(text) modelVersion!: string;
}
