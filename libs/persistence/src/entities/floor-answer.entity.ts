import type { FloorAnswer, FloorAnswerKind } from '@shelfwatch/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { json, moment, text } from './column-types.js';
import { StockEventEntity } from './stock-event.entity.js';

/** Facts; the database refuses to change them. */
@Entity('floor_answer')
@Index('floor_answer_by_event', ['eventId'])
export class FloorAnswerEntity {
  @PrimaryColumn('uuid') answerId!: string;
  @ForeignKey(() => StockEventEntity, { name: 'floor_answer_event_fk' })
  @Column('uuid')
  eventId!: string;
  @Column(text) answer!: FloorAnswerKind;
  @Column(json) details!: FloorAnswer;
  @Column(text) actor!: string;
  @Column(moment) answeredAt!: Date;
}
