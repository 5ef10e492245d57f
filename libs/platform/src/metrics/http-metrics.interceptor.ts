import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Histogram, Registry } from 'prom-client';
import type { ServerResponse } from 'node:http';
import type { Observable } from 'rxjs';

/** Times each HTTP request by route pattern; never by path, whose ids would make a series each. */
@Injectable()
export class HttpMetricsInterceptor implements NestInterceptor {
  private readonly seconds: Histogram<'method' | 'route' | 'status'>;

  constructor(registry: Registry) {
    this.seconds = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time to answer an HTTP request',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers: [registry],
    });
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const request = context.switchToHttp().getRequest<{ method: string; route?: { path?: string } }>();
    const response = context.switchToHttp().getResponse<ServerResponse>();
    const route = request.route?.path ?? 'none';
    const stop = this.seconds.startTimer({ method: request.method, route });
    // Not in the stream's end: the status of an error is set later, by the exception filter.
    response.once('close', () => stop({ status: String(response.statusCode) }));
    return next.handle();
  }
}
