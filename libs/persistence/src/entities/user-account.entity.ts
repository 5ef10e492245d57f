import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { moment, text } from './column-types.js';

export const ROLES = ['manager', 'integrator', 'ml-engineer', 'admin'] as const;
export type Role = (typeof ROLES)[number];

@Entity('user_account')
@Index('user_account_email', ['email'], { unique: true })
export class UserAccountEntity {
  @PrimaryColumn('uuid') userId!: string;
  /** Lower case. */
  @Column(text) email!: string;
  @Column(text) name!: string;
  @Column(text) role!: Role;
  @Column(text) passwordHash!: string;
  @Column({ ...moment, default: () => 'now()' }) createdAt!: Date;
}
