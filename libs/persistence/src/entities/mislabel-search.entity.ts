import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { json, jsonOrNull, moment, momentOrNull, text, textOrNull, whole } from './column-types.js';

const wholeOrNull = { ...whole, nullable: true } as const;

/** A search for wrong labels in a data set: how far it got, and what it found. */
@Entity('mislabel_search')
@Index('mislabel_search_by_data_set', ['dataSet', 'startedAt'])
export class MislabelSearchEntity {
  @PrimaryColumn('uuid') searchId!: string;
  @Column(text) dataSet!: string;
  @Column(text) state!: 'running' | 'succeeded' | 'failed';
  @Column(textOrNull) stage!: 'waiting' | 'pictures' | 'labels' | null;
  @Column(json) request!: object;
  @Column(moment) startedAt!: Date;
  @Column(text) startedBy!: string;
  @Column(momentOrNull) endedAt!: Date | null;
  @Column(whole) done!: number;
  @Column(wholeOrNull) total!: number | null;
  @Column(wholeOrNull) checked!: number | null;
  @Column(wholeOrNull) found!: number | null;
  /** The most suspect first. */
  @Column(json) suspects!: object[];
  @Column(jsonOrNull) failure!: { code: string; message: string } | null;
}
