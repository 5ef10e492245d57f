import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { moment, momentOrNull, text } from './column-types.js';
import type { Role } from './user-account.entity.js';

@Entity('api_key')
@Index('api_key_hash', ['keyHash'], { unique: true })
export class ApiKeyEntity {
  @PrimaryColumn('uuid') keyId!: string;
  @Column(text) name!: string;
  @Column(text) keyHash!: string;
  @Column(text) role!: Role;
  @Column({ ...moment, default: () => 'now()' }) createdAt!: Date;
  @Column(momentOrNull) revokedAt!: Date | null;
}
