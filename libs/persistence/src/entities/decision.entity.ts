import type { Decision, RejectedAlternative, Remedy } from '@shelfwatch/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { json, moment, text } from './column-types.js';
import { StockEventEntity } from './stock-event.entity.js';

/** Facts; the database refuses to change them. A new decision about the same event is a new row. */
@Entity('decision')
@Index('decision_by_event', ['eventId'])
export class DecisionEntity {
  @PrimaryColumn('uuid') decisionId!: string;
  @ForeignKey(() => StockEventEntity, { name: 'decision_event_fk' })
  @Column('uuid')
  eventId!: string;
  @Column(text) remedy!: Remedy;
  @Column(text) rule!: string;
  @Column(text) reason!: string;
  @Column(json) inputs!: Decision['inputs'];
  @Column(json) alternatives!: readonly RejectedAlternative[];
  @Column(moment) decidedAt!: Date;
}
