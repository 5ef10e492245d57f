import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { json, jsonOrNull, moment, momentOrNull, text, whole } from './column-types.js';

/** An import of pictures into a data set: how far it got, and what was refused. */
@Entity('sample_import')
@Index('sample_import_by_data_set', ['dataSet', 'startedAt'])
export class SampleImportEntity {
  @PrimaryColumn('uuid') importId!: string;
  @Column(text) dataSet!: string;
  @Column(text) state!: 'running' | 'succeeded' | 'failed' | 'interrupted';
  /** For people: the file's or folder's name. */
  @Column(text) source!: string;
  @Column(json) request!: object;
  @Column(moment) startedAt!: Date;
  @Column(text) startedBy!: string;
  @Column(momentOrNull) endedAt!: Date | null;
  @Column(whole) done!: number;
  @Column({ type: 'integer', nullable: true }) total!: number | null;
  @Column(json) report!: object;
  @Column(jsonOrNull) failure!: { code: string; message: string } | null;
}
