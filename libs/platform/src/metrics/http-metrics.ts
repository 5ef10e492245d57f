import { Injectable } from '@nestjs/common';
import { Histogram, Registry } from 'prom-client';

/** Times HTTP requests by route pattern; never by path, whose ids would make a series each. */
@Injectable()
export class HttpMetrics {
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

  /** @returns call it with the status when the answer is out */
  start(method: string, route: string): (status: number) => void {
    const stop = this.seconds.startTimer({ method, route });
    return (status) => stop({ status: String(status) });
  }
}
