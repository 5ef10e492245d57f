import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common';
import { LOGGER, type Logger, toProblem } from '@shelfwatch/platform';
import type { Request, Response } from 'express';

/** Errors in the protocol's form, `{ "error": … }`, together with what our other answers say. */
@Catch()
export class ProtocolErrorFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const { originalUrl } = http.getRequest<Request>();
    const problem = toProblem(error, originalUrl);
    if (problem.status >= 500) this.logger.error({ err: error, url: originalUrl }, 'request failed');
    http
      .getResponse<Response>()
      .status(problem.status)
      .json({ error: problem.detail ?? problem.title, ...problem });
  }
}
