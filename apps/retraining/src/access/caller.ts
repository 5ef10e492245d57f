import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type USER_ROLES } from '@shelfwatch/contracts';
import type { Request } from 'express';

/** Who makes a request. */
export interface Caller {
  /** E-mail address of a person, name of a key, or `service`. */
  name: string;
  role: (typeof USER_ROLES)[number];
}

export type RequestWithCaller = Request & { caller?: Caller };

/** `@CurrentCaller() caller: Caller`; the guard has made sure that there is one. */
export const CurrentCaller = createParamDecorator((_data: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<RequestWithCaller>();
  if (caller === undefined) throw new Error('A route without a caller');
  return caller;
});
