import { IsNull } from 'typeorm';
import type { Tables } from '../database/tables.js';
import { ApiKeyEntity } from '../entities/api-key.entity.js';

/** Keys of programs. Holds hashes only. */
export class ApiKeyRepository {
  constructor(private readonly tables: Tables) {}

  add(key: Omit<ApiKeyEntity, 'createdAt' | 'revokedAt'>): Promise<void> {
    return this.tables.insert(ApiKeyEntity, [key]);
  }

  /** @returns undefined when there is no such key, or it was revoked */
  findByHash(keyHash: string): Promise<ApiKeyEntity | undefined> {
    return this.tables.findOne(ApiKeyEntity, { keyHash, revokedAt: IsNull() });
  }

  list(): Promise<ApiKeyEntity[]> {
    return this.tables.find(ApiKeyEntity, { order: { createdAt: 'DESC' } });
  }

  /** @returns false when there is no such key, or it was revoked before */
  async revoke(keyId: string, revokedAt: Date): Promise<boolean> {
    return (await this.tables.update(ApiKeyEntity, { keyId, revokedAt: IsNull() }, { revokedAt })) > 0;
  }
}
