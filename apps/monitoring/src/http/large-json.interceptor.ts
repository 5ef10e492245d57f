import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import { json, type Request, type Response } from 'express';
import { promisify } from 'node:util';
import type { Observable } from 'rxjs';
import { MONITORING_SETTINGS, type MonitoringSettings } from '../monitoring.config.js';

type Parse = (request: Request, response: Response) => Promise<void>;

/** Paths whose bodies an interceptor reads behind the guard; the parser for all other routes has to leave them alone. */
export const LARGE_JSON_PATHS = /^\/v1\/(shops(\/|$)|stores\/[^/]+\/planograms)/i;

/** Reads a large JSON body. Runs behind the guard: a stranger cannot make the service parse megabytes. */
@Injectable()
export class LargeJsonInterceptor implements NestInterceptor {
  private readonly parse: Parse;

  constructor(@Inject(MONITORING_SETTINGS) settings: MonitoringSettings) {
    this.parse = promisify(json({ limit: `${settings.MONITORING_MAX_BODY_MB}mb` })) as Parse;
  }

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    await this.parse(http.getRequest<Request>(), http.getResponse<Response>());
    return next.handle();
  }
}
