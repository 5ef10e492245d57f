import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { moment, momentOrNull, text, textOrNull, whole } from './column-types.js';

/** A labelled picture of one product, in a data set. */
@Entity('training_sample')
@Index('training_sample_picture', ['dataSet', 'sha256'], { unique: true })
@Index('training_sample_by_label', ['dataSet', 'label'])
@Index('training_sample_by_picture', ['pictureId'])
export class TrainingSampleEntity {
  @PrimaryColumn('uuid') sampleId!: string;
  @Column(text) dataSet!: string;
  /** GTIN-14, `empty` or `occluded`; null when it was taken out. */
  @Column(textOrNull) label!: string | null;
  @Column(text) name!: string;
  @Column(text) pictureId!: string;
  /** Of the picture's bytes: the same file twice is one sample. */
  @Column(text) sha256!: string;
  /** 64-bit difference hash in hexadecimal. */
  @Column(text) perceptualHash!: string;
  /** Samples of one group look alike and never part in a split. */
  @Column(text) groupKey!: string;
  @Column(text) source!: 'import' | 'shop';
  @Column(textOrNull) cameraId!: string | null;
  @Column(momentOrNull) capturedAt!: Date | null;
  @Column('boolean') golden!: boolean;
  /** Mean luma, 0..255. */
  @Column(whole) luma!: number;
  @Column(moment) addedAt!: Date;
  @Column(text) addedBy!: string;
}
