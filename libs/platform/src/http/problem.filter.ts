import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common';
import type { Request, Response } from 'express';
import { LOGGER } from '../logging/logging.module.js';
import type { Logger } from '../logging/logger.js';
import { toProblem } from './to-problem.js';

const RETRY_AFTER_SECONDS = 5;

/** Every error answer of every service has the same form: `application/problem+json`. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const problem = toProblem(error, request.originalUrl);
    if (problem.status >= 500) this.logger.error({ err: error, url: request.originalUrl }, 'request failed');
    if (response.headersSent) {
      response.end();
      return;
    }
    if (problem.status === 503 && !response.hasHeader('retry-after')) {
      response.set('retry-after', String(RETRY_AFTER_SECONDS));
    }
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }
}
