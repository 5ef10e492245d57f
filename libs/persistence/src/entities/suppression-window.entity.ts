import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { moment, text, textOrNull } from './column-types.js';
import { StoreEntity } from './store.entity.js';

/** A time during which gaps are expected: closed hours, a reset, a delivery. Without fixture and slot: the whole store. */
@Entity('suppression_window')
@Index('suppression_window_by_store', ['storeId', 'endsAt'])
export class SuppressionWindowEntity {
  @PrimaryColumn('uuid') windowId!: string;
  @ForeignKey(() => StoreEntity, { name: 'suppression_window_store_fk' })
  @Column(text)
  storeId!: string;
  @Column(textOrNull) fixtureId!: string | null;
  @Column(textOrNull) slotId!: string | null;
  @Column(moment) startsAt!: Date;
  @Column(moment) endsAt!: Date;
  /** For a manager, for instance "planogram reset". */
  @Column(text) reason!: string;
}
