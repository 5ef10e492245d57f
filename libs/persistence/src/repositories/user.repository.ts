import type { Tables } from '../database/tables.js';
import { UserAccountEntity } from '../entities/user-account.entity.js';

export type UserRow = Omit<UserAccountEntity, 'createdAt'>;

export class UserRepository {
  constructor(private readonly tables: Tables) {}

  findByEmail(email: string): Promise<UserAccountEntity | undefined> {
    return this.tables.findOne(UserAccountEntity, { email: email.toLowerCase() });
  }

  find(userId: string): Promise<UserAccountEntity | undefined> {
    return this.tables.findOne(UserAccountEntity, { userId });
  }

  list(): Promise<UserAccountEntity[]> {
    return this.tables.find(UserAccountEntity, { order: { email: 'ASC' } });
  }

  count(): Promise<number> {
    return this.tables.count(UserAccountEntity, {});
  }

  /** @returns `exists` when the e-mail address has an account already */
  async create(user: UserRow): Promise<'created' | 'exists'> {
    const row = { ...user, email: user.email.toLowerCase() };
    return (await this.tables.insertNew(UserAccountEntity, [row])) === 1 ? 'created' : 'exists';
  }

  async setPasswordHash(userId: string, passwordHash: string): Promise<void> {
    await this.tables.update(UserAccountEntity, { userId }, { passwordHash });
  }
}
