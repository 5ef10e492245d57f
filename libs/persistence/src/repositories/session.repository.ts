import { LessThan, MoreThan } from 'typeorm';
import type { Tables } from '../database/tables.js';
import { UserAccountEntity } from '../entities/user-account.entity.js';
import { UserSessionEntity } from '../entities/user-session.entity.js';

/** Who is signed in. Holds hashes of tokens only. */
export class SessionRepository {
  constructor(private readonly tables: Tables) {}

  open(session: Omit<UserSessionEntity, 'createdAt'>): Promise<void> {
    return this.tables.insert(UserSessionEntity, [session]);
  }

  /** @returns undefined when there is no such session, or it has expired */
  async user(tokenHash: string, now: Date): Promise<UserAccountEntity | undefined> {
    const session = await this.tables.findOne(UserSessionEntity, { tokenHash, expiresAt: MoreThan(now) });
    return session && this.tables.findOne(UserAccountEntity, { userId: session.userId });
  }

  async close(tokenHash: string): Promise<void> {
    await this.tables.delete(UserSessionEntity, { tokenHash });
  }

  async closeAllOf(userId: string): Promise<void> {
    await this.tables.delete(UserSessionEntity, { userId });
  }

  async removeExpired(now: Date): Promise<number> {
    return this.tables.delete(UserSessionEntity, { expiresAt: LessThan(now) });
  }
}
