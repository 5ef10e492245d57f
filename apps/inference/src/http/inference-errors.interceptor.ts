import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { ProblemException } from '@shelfwatch/platform';
import { VisionError } from '@shelfwatch/vision/serving';
import type { ServerResponse } from 'node:http';
import { catchError, type Observable, throwError } from 'rxjs';
import { OverloadError } from '../batching/batching.errors.js';

/** What a client is told about each error that is not a surprise; the request's fault is 4xx, ours 5xx. */
const statusOfCode: Readonly<Record<string, number>> = {
  PICTURE_TOO_LARGE: 413,
  PICTURE_FORMAT_UNSUPPORTED: 415,
  PICTURE_UNREADABLE: 422,
  REGION_DEGENERATE: 422,
  QUEUE_FULL: 429,
  DEADLINE_EXCEEDED: 503,
  THREAD_ENDED: 503,
};

/** Turns errors of the libraries into problems, with `Retry-After` where another try makes sense. */
@Injectable()
export class InferenceErrorsInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const response = context.switchToHttp().getResponse<ServerResponse>();
    return next.handle().pipe(catchError((error: unknown) => throwError(() => toAnswerableError(error, response))));
  }
}

/** A problem for what a client can understand, with `Retry-After` set; other errors as they are. */
export function toAnswerableError(error: unknown, response: ServerResponse): unknown {
  if (!(error instanceof VisionError || error instanceof OverloadError)) return error;
  const status = statusOfCode[error.code];
  if (status === undefined) return error;
  if (error.retriable) {
    response.setHeader('retry-after', error instanceof OverloadError ? error.retryAfterSeconds : 1);
  }
  return new ProblemException(status, error.code, error.message);
}
