import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { ServerResponse } from 'node:http';
import type { Observable } from 'rxjs';
import { HttpMetrics } from './http-metrics.js';

/** Times each HTTP request that a controller answers. */
@Injectable()
export class HttpMetricsInterceptor implements NestInterceptor {
  constructor(private readonly metrics: HttpMetrics) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const request = context.switchToHttp().getRequest<{ method: string; route?: { path?: string } }>();
    const response = context.switchToHttp().getResponse<ServerResponse>();
    const stop = this.metrics.start(request.method, request.route?.path ?? 'none');
    // Not in the stream's end: the status of an error is set later, by the exception filter.
    response.once('close', () => stop(response.statusCode));
    return next.handle();
  }
}
