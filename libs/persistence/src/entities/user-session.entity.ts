import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { moment, text } from './column-types.js';
import { UserAccountEntity } from './user-account.entity.js';

@Entity('user_session')
@Index('user_session_by_user', ['userId'])
export class UserSessionEntity {
  /** Of the token in the browser's cookie; the token itself is stored nowhere. */
  @PrimaryColumn(text) tokenHash!: string;
  @ForeignKey(() => UserAccountEntity, { name: 'user_session_user_fk', onDelete: 'CASCADE' })
  @Column('uuid')
  userId!: string;
  @Column({ ...moment, default: () => 'now()' }) createdAt!: Date;
  @Column(moment) expiresAt!: Date;
}
