import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import type { ServiceSettings } from './config/service-settings.js';
import { HealthModule } from './health/health.module.js';
import { ProblemFilter } from './http/problem.filter.js';
import { LoggingModule } from './logging/logging.module.js';
import { MetricsModule } from './metrics/metrics.module.js';

/** What every service has: log, `/health/live`, `/health/ready`, `/metrics`, and one form for errors. */
@Module({})
export class PlatformModule {
  static forRoot(service: string, settings: Pick<ServiceSettings, 'LOG_LEVEL' | 'LOG_FORMAT'>): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        LoggingModule.forRoot({ name: service, level: settings.LOG_LEVEL, format: settings.LOG_FORMAT }),
        HealthModule,
        MetricsModule.forRoot({ service }),
      ],
      providers: [{ provide: APP_FILTER, useClass: ProblemFilter }],
    };
  }
}
