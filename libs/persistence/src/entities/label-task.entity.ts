import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { fractional, fractionalOrNull, moment, momentOrNull, text, textOrNull, whole } from './column-types.js';

/** A crop of the shop that waits for a person to say what it shows, or has been answered. */
@Entity('label_task')
@Index('label_task_queue', ['state', 'score'])
@Index('label_task_by_day', ['storeId', 'capturedAt'])
@Index('label_task_by_picture', ['pictureId'])
export class LabelTaskEntity {
  @PrimaryColumn('uuid') taskId!: string;
  @Column(text) state!: 'waiting' | 'labelled' | 'skipped';
  @Column(text) reason!: 'low-confidence' | 'unknown-product' | 'disagrees-with-planogram' | 'rejected-event';
  /** How much a label would teach, 0..1. */
  @Column(fractional) score!: number;
  @Column(text) storeId!: string;
  @Column(text) cameraId!: string;
  @Column(text) slotId!: string;
  @Column(whole) facing!: number;
  @Column(text) pictureId!: string;
  @Column(moment) capturedAt!: Date;
  @Column(moment) createdAt!: Date;
  /** GTIN-14 that the planogram wants there. */
  @Column(text) expectedLabel!: string;
  /** Null when the model abstained. */
  @Column(textOrNull) predictedLabel!: string | null;
  @Column(fractionalOrNull) predictedProbability!: number | null;
  @Column(text) modelVersion!: string;
  @Column(textOrNull) label!: string | null;
  @Column(textOrNull) labelledBy!: string | null;
  @Column(momentOrNull) labelledAt!: Date | null;
}
