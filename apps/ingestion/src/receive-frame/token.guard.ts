import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { ProblemException } from '@shelfwatch/platform';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { INGESTION_SETTINGS, type IngestionSettings } from '../ingestion.config.js';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Lets everyone in unless `INGESTION_TOKEN` is set. */
@Injectable()
export class TokenGuard implements CanActivate {
  private readonly expected: Buffer | undefined;

  constructor(@Inject(INGESTION_SETTINGS) settings: Pick<IngestionSettings, 'INGESTION_TOKEN'>) {
    this.expected = settings.INGESTION_TOKEN === undefined ? undefined : digest(`Bearer ${settings.INGESTION_TOKEN}`);
  }

  canActivate(context: ExecutionContext): boolean {
    const given = context.switchToHttp().getRequest<IncomingMessage>().headers.authorization ?? '';
    if (this.expected === undefined || timingSafeEqual(digest(given), this.expected)) return true;
    throw new ProblemException(401, 'TOKEN_REFUSED', 'Send "Authorization: Bearer …" with the gateway\'s token.');
  }
}
