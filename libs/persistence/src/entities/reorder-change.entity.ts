import type { ReorderState } from '@shelfwatch/domain';
import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { moment, text, textOrNull } from './column-types.js';
import { ReorderEntity } from './reorder.entity.js';

/** Facts; the database refuses to change them. */
@Entity('reorder_change')
@Index('reorder_change_by_reorder', ['reorderId'])
export class ReorderChangeEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id!: string;
  @ForeignKey(() => ReorderEntity, { name: 'reorder_change_reorder_fk' })
  @Column('uuid')
  reorderId!: string;
  /** Null for the first. */
  @Column(textOrNull) previous!: ReorderState | null;
  @Column(text) state!: ReorderState;
  @Column(moment) changedAt!: Date;
  @Column(text) reason!: string;
  /** Who did it: a user's e-mail address, an API key's name or `shelfwatch`. */
  @Column(text) actor!: string;
}
