import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { json, moment, momentOrNull, text } from './column-types.js';

/** Messages that a committed transaction owes to the event stream, in order of `id`. */
@Entity('outbox')
@Index('outbox_unpublished', ['id'], { where: '(published_at IS NULL)' })
export class OutboxEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id!: string;
  @Column(text) topic!: string;
  @Column(text) key!: string;
  @Column(json) headers!: Record<string, string>;
  @Column('bytea') payload!: Buffer;
  @Column({ ...moment, default: () => 'now()' }) createdAt!: Date;
  @Column(momentOrNull) publishedAt!: Date | null;
}
