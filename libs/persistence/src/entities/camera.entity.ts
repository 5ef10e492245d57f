import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { jsonOrNull, momentOrNull, text, textOrNull } from './column-types.js';
import { StoreEntity } from './store.entity.js';

@Entity('camera')
@Index('camera_by_store', ['storeId'])
export class CameraEntity {
  @PrimaryColumn(text) cameraId!: string;
  @ForeignKey(() => StoreEntity, { name: 'camera_store_fk' })
  @Column(text)
  storeId!: string;
  @Column(text) name!: string;
  /** When the shop definition dropped the camera. */
  @Column(momentOrNull) retiredAt!: Date | null;
  /** Capture time of the newest picture. */
  @Column(momentOrNull) lastFrameAt!: Date | null;
  @Column(textOrNull) lastPictureId!: string | null;
  /** Sequence number of the newest picture. */
  @Column({ type: 'bigint', nullable: true, transformer: { to: (n: number | null) => n, from: bigintToNumber } })
  lastSequence!: number | null;
  /** What the health gate remembers of this camera. */
  @Column(jsonOrNull) healthState!: unknown;
}

function bigintToNumber(value: string | null): number | null {
  return value === null ? null : Number(value);
}
