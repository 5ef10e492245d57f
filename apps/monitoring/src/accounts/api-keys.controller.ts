import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { type ApiKeyList, type CreatedApiKey, newApiKey, type NewApiKey } from '@shelfwatch/contracts';
import { Database } from '@shelfwatch/persistence';
import { ProblemException, ZodPipe } from '@shelfwatch/platform';
import { randomUUID } from 'node:crypto';
import { AllowRoles } from '../auth/access.decorators.js';
import { hashToken, newToken } from '../auth/secret-token.js';
import { isoOrNull } from '../shelf-words/describe-shop.js';

const PREFIX = 'sw_';

@Controller('v1/api-keys')
@AllowRoles('admin')
export class ApiKeysController {
  constructor(private readonly database: Database) {}

  @Get()
  async list(): Promise<ApiKeyList> {
    const keys = await this.database.unit.apiKeys.list();
    return {
      apiKeys: keys.map(({ keyId, name, role, createdAt, revokedAt }) => ({
        ...{ keyId, name, role, createdAt: createdAt.toISOString() },
        revokedAt: isoOrNull(revokedAt),
      })),
    };
  }

  /** The key leaves the platform in this answer only. */
  @Post()
  async create(@Body(new ZodPipe(newApiKey)) { name, role }: NewApiKey): Promise<CreatedApiKey> {
    const [keyId, key] = [randomUUID(), newToken(PREFIX)];
    await this.database.unit.apiKeys.add({ keyId, name, role, keyHash: hashToken(key) });
    return { keyId, name, role, key };
  }

  @Delete(':keyId')
  @HttpCode(204)
  async revoke(@Param('keyId', ParseUUIDPipe) keyId: string): Promise<void> {
    if (await this.database.unit.apiKeys.revoke(keyId, new Date())) return;
    throw new ProblemException(404, 'API_KEY_UNKNOWN', 'There is no such API key, or it was revoked before.');
  }
}
