import type { Role } from '@shelfwatch/persistence';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

/** Who makes a request: a person with a session, or a program with a key. */
export interface Caller {
  kind: 'user' | 'api-key';
  /** E-mail address, or the key's name: what histories show. */
  name: string;
  displayName: string;
  role: Role;
}

export type AuthenticatedRequest = Request & { caller?: Caller; sessionToken?: string };

/** `@CurrentCaller() caller: Caller`; the guard has made sure that there is one. */
export const CurrentCaller = createParamDecorator((_data: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<AuthenticatedRequest>();
  if (caller === undefined) throw new Error('A route without sign-in has no caller');
  return caller;
});
