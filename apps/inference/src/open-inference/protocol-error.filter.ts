import type { ServerResponse } from 'node:http';
import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common';
import { LOGGER, type Logger, type Problem, toProblem } from '@shelfwatch/platform';
import type { Request, Response } from 'express';

/** Errors in the protocol's form, `{ "error": … }`, together with what our other answers say. */
@Catch()
export class ProtocolErrorFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const { originalUrl } = http.getRequest<Request>();
    const { status } = writeProtocolError(error, originalUrl, http.getResponse<Response>());
    if (status >= 500) this.logger.error({ err: error, url: originalUrl }, 'request failed');
  }
}

/** Answers with an error, unless the answer has begun. @returns what was answered */
export function writeProtocolError(error: unknown, url: string, response: ServerResponse): Problem {
  const problem = toProblem(error, url);
  if (response.headersSent) {
    response.destroy();
    return problem;
  }
  const json = Buffer.from(JSON.stringify({ error: problem.detail ?? problem.title, ...problem }));
  const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': json.length };
  response.writeHead(problem.status, headers).end(json);
  return problem;
}
