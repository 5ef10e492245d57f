import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Role } from '@shelfwatch/persistence';
import { ProblemException } from '@shelfwatch/platform';
import { ALLOWED_ROLES, PUBLIC } from './access.decorators.js';
import type { AuthenticatedRequest } from './caller.js';
import { IdentifyCaller } from './identify-caller.js';

const OPEN_PATHS = /^\/(health|metrics)(\/|$)/;
const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/** Every route wants a caller, unless it says otherwise. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly identify: IdentifyCaller,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const targets = [context.getHandler(), context.getClass()];
    refuseForeignSites(request);
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, targets) || OPEN_PATHS.test(request.path)) return true;
    const caller = await this.identify.of(request);
    if (caller === undefined)
      throw new ProblemException(401, 'NOT_SIGNED_IN', 'Sign in, or send a valid API key as Authorization: Bearer.');
    request.caller = caller;
    const allowed = this.reflector.getAllAndOverride<Role[] | undefined>(ALLOWED_ROLES, targets);
    if (allowed === undefined || caller.role === 'admin' || allowed.includes(caller.role)) return true;
    throw new ProblemException(
      403,
      'ROLE_NOT_ALLOWED',
      `This needs the role ${allowed.join(' or ')}; you have ${caller.role}.`,
    );
  }
}

/** A browser says where a request comes from; one that changes something must come from our own page. */
function refuseForeignSites({ method, headers }: AuthenticatedRequest): void {
  if (SAFE_METHODS.includes(method) || headers['sec-fetch-site'] !== 'cross-site') return;
  throw new ProblemException(
    403,
    'FOREIGN_SITE',
    'Requests that change something are accepted from the dashboard only.',
  );
}
