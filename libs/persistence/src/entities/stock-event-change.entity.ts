import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { json, moment, text } from './column-types.js';
import { StockEventEntity } from './stock-event.entity.js';

export type StockEventChangeKind = 'opened' | 'updated' | 'closed' | 'retracted';

/** Facts; the database refuses to change them. */
@Entity('stock_event_change')
@Index('stock_event_change_by_event', ['eventId'])
export class StockEventChangeEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id!: string;
  @ForeignKey(() => StockEventEntity, { name: 'stock_event_change_event_fk' })
  @Column('uuid')
  eventId!: string;
  @Column(text) change!: StockEventChangeKind;
  /** Capture time of the frame that caused it. */
  @Column(moment) at!: Date;
  /** The event as it stood after the change. */
  @Column(json) snapshot!: unknown;
}
