import { Injectable } from '@nestjs/common';
import { Database } from '@shelfwatch/persistence';
import type { AuthenticatedRequest, Caller } from './caller.js';
import { hashToken } from './secret-token.js';
import { readSessionCookie } from './session-cookie.js';

/** Finds who makes a request: by API key when it carries one, else by session cookie. */
@Injectable()
export class IdentifyCaller {
  constructor(private readonly database: Database) {}

  async of(request: AuthenticatedRequest): Promise<Caller | undefined> {
    const key = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (key !== undefined) return this.byKey(key);
    const token = readSessionCookie(request);
    if (token === undefined) return undefined;
    request.sessionToken = token;
    const user = await this.database.unit.sessions.user(hashToken(token), new Date());
    return user && { kind: 'user', name: user.email, displayName: user.name, role: user.role };
  }

  private async byKey(key: string): Promise<Caller | undefined> {
    const found = await this.database.unit.apiKeys.findByHash(hashToken(key));
    return found && { kind: 'api-key', name: found.name, displayName: found.name, role: found.role };
  }
}
