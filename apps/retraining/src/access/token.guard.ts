import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { ProblemException } from '@shelfwatch/platform';
import type { Request } from 'express';
import { createHash, timingSafeEqual } from 'node:crypto';
import { RETRAINING_SETTINGS, type RetrainingSettings } from '../retraining.config.js';

const OPEN_PATHS = /^\/(health|metrics)(\/|$)/;

/** Lets in who knows the token, when there is one. Probes are open. */
@Injectable()
export class TokenGuard implements CanActivate {
  constructor(@Inject(RETRAINING_SETTINGS) private readonly settings: RetrainingSettings) {}

  canActivate(context: ExecutionContext): boolean {
    const { path, headers } = context.switchToHttp().getRequest<Request>();
    const { RETRAINING_TOKEN: token } = this.settings;
    if (token === undefined || OPEN_PATHS.test(path)) return true;
    if (sameText(headers.authorization ?? '', `Bearer ${token}`)) return true;
    throw new ProblemException(401, 'TOKEN_WRONG', 'Send the service’s token as Authorization: Bearer.');
  }
}

/** In a time that does not depend on where they differ. */
const sameText = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
