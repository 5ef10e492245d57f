import { Column, Entity, PrimaryColumn } from 'typeorm';
import { json, moment, text, textOrNull, whole } from './column-types.js';

/** A model that the registry knows: what it is and where it came from. */
@Entity('model_version')
export class ModelVersionEntity {
  @PrimaryColumn('text') version!: string;
  @Column(text) name!: string;
  /** Below the model store. */
  @Column(text) folder!: string;
  @Column(whole) classes!: number;
  @Column(json) architecture!: { backbone: string; width: number; inputSize: number };
  @Column(json) metrics!: Record<string, number>;
  @Column(text) dataSetHash!: string;
  @Column('uuid', { nullable: true }) dataSetVersionId!: string | null;
  @Column(text) codeVersion!: string;
  @Column(textOrNull) parentVersion!: string | null;
  @Column(textOrNull) runId!: string | null;
  @Column(moment) createdAt!: Date;
  @Column(text) createdBy!: string;
}
