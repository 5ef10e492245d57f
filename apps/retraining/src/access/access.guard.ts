import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ProblemException } from '@shelfwatch/platform';
import type { Caller, RequestWithCaller } from './caller.js';
import { IdentifyCaller } from './identify-caller.js';

const OPEN_PATHS = /^\/(health|metrics|openapi\.json)(\/|$)/;
const READING = ['GET', 'HEAD'];

const ALLOWED_ROLES = 'shelfwatch:roles';
/** Roles that may change something by a route, besides administrators and ML engineers. */
export const AllowRoles = (...roles: Caller['role'][]): ReturnType<typeof SetMetadata> =>
  SetMetadata(ALLOWED_ROLES, roles);

/** Who is known may read; ML engineers and administrators may change. Probes are open. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly identify: IdentifyCaller,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<RequestWithCaller>();
    if (OPEN_PATHS.test(request.path)) return true;
    const caller = await this.identify.of(request);
    if (caller === undefined)
      throw new ProblemException(
        401,
        'NOT_SIGNED_IN',
        'Sign in at the dashboard, or send a key or the service’s token as Authorization: Bearer.',
      );
    request.caller = caller;
    if (READING.includes(request.method)) return true;
    if (request.headers['sec-fetch-site'] === 'cross-site')
      throw new ProblemException(
        403,
        'FOREIGN_SITE',
        'Requests that change something are accepted from the dashboard only.',
      );
    const more = this.reflector.getAllAndOverride<Caller['role'][] | undefined>(ALLOWED_ROLES, [
      context.getHandler(),
      context.getClass(),
    ]);
    const allowed = ['admin', 'ml-engineer', ...(more ?? [])];
    if (allowed.includes(caller.role)) return true;
    throw new ProblemException(
      403,
      'ROLE_NOT_ALLOWED',
      `This needs the role ${allowed.join(' or ')}; you have ${caller.role}.`,
    );
  }
}
