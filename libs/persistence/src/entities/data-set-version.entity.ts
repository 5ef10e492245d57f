import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { json, moment, text, whole } from './column-types.js';

/** A frozen state of a data set. The database refuses to change it. */
@Entity('data_set_version')
@Index('data_set_version_number', ['dataSet', 'number'], { unique: true })
export class DataSetVersionEntity {
  @PrimaryColumn('uuid') versionId!: string;
  @Column(text) dataSet!: string;
  @Column(whole) number!: number;
  @Column(text) hash!: string;
  @Column(whole) classes!: number;
  @Column(json) counts!: { train: number; validation: number; test: number; golden: number; unknown: number };
  @Column(json) split!: { by: 'group' | 'given'; seed: number; holdOut: string[]; maxPerClass: number | null };
  @Column(moment) createdAt!: Date;
  @Column(text) createdBy!: string;
}
