import { All, Controller, Req, UseFilters } from '@nestjs/common';
import { ProblemException } from '@shelfwatch/platform';
import type { Request } from 'express';
import { ProtocolErrorFilter } from './protocol-error.filter.js';

/** What the protocol has and this server has not (such as loading models by name) is refused in the protocol's form, which clients can read. */
@Controller('v2')
@UseFilters(ProtocolErrorFilter)
export class UnknownRouteController {
  @All('*route')
  refuse(@Req() { method, path }: Request): never {
    throw new ProblemException(404, 'NOT_FOUND', `This server has no ${method} ${path}; GET /v2 lists its extensions.`);
  }
}
