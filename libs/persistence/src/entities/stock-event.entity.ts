import type { StockEventKind, StockEventStatus } from '@shelfwatch/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { fractional, moment, momentOrNull, text, textOrNull, whole } from './column-types.js';
import { SlotEntity } from './slot.entity.js';

/** A stock event as it stands; its story is in `stock_event_change`. */
@Entity('stock_event')
@Index('stock_event_one_open', ['slotId', 'kind'], { unique: true, where: "(status = 'open'::text)" })
@Index('stock_event_open_by_store', ['storeId'], { where: "(status = 'open'::text)" })
@Index('stock_event_by_time', ['storeId', 'openedAt'])
export class StockEventEntity {
  @PrimaryColumn('uuid') eventId!: string;
  @Column(text) storeId!: string;
  @ForeignKey(() => SlotEntity, { name: 'stock_event_slot_fk' })
  @Column(text)
  slotId!: string;
  @Column(text) cameraId!: string;
  @Column(text) kind!: StockEventKind;
  @Column(text) status!: StockEventStatus;
  @Column(text) gtin!: string;
  @Column(textOrNull) foreignGtin!: string | null;
  @Column(moment) since!: Date;
  @Column(moment) openedAt!: Date;
  @Column(momentOrNull) closedAt!: Date | null;
  @Column(fractional) confidence!: number;
  @Column(whole) visibleFacings!: number;
  @Column(whole) facings!: number;
  @Column(text) modelVersion!: string;
  /** Picture of the slot that shows it. */
  @Column(textOrNull) evidencePictureId!: string | null;
  /** The decision that holds now. */
  @Column('uuid', { nullable: true }) decisionId!: string | null;
  /** Expected lost sales. */
  @Column({ ...fractional, default: 0 }) urgencyCentsPerHour!: number;
  /** What someone who looked in the back room answered. */
  @Column('boolean', { nullable: true }) backroomFound!: boolean | null;
}
