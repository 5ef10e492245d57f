import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { text, textOrNull, whole } from './column-types.js';
import { DataSetVersionEntity } from './data-set-version.entity.js';

/** One picture of a frozen data set. */
@Entity('data_set_item')
@Index('data_set_item_by_picture', ['pictureId'])
export class DataSetItemEntity {
  @ForeignKey(() => DataSetVersionEntity, { name: 'data_set_item_version_fk' })
  @PrimaryColumn('uuid')
  versionId!: string;
  /** From 0, in the order of the crops. */
  @PrimaryColumn(whole) position!: number;
  @Column('uuid') sampleId!: string;
  @Column(text) pictureId!: string;
  @Column(text) label!: string;
  @Column(text) name!: string;
  @Column(text) groupKey!: string;
  @Column(text) side!: 'train' | 'validation' | 'test' | 'golden' | 'unknown';
  @Column(textOrNull) cameraId!: string | null;
  @Column(whole) luma!: number;
}
