import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import { raw, type Request, type Response } from 'express';
import { promisify } from 'node:util';
import type { Observable } from 'rxjs';
import { MONITORING_SETTINGS, type MonitoringSettings } from '../monitoring.config.js';

type Parse = (request: Request, response: Response) => Promise<void>;

/** Reads a planogram file of whatever media type as bytes. Runs behind the guard. */
@Injectable()
export class PlanogramBodyInterceptor implements NestInterceptor {
  private readonly parse: Parse;

  constructor(@Inject(MONITORING_SETTINGS) settings: MonitoringSettings) {
    this.parse = promisify(raw({ type: () => true, limit: `${settings.MONITORING_MAX_BODY_MB}mb` })) as Parse;
  }

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    await this.parse(http.getRequest<Request>(), http.getResponse<Response>());
    return next.handle();
  }
}
