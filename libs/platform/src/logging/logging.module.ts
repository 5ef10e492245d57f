import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import { LoggerModule } from 'nestjs-pino';
import { createLogger, type LogOptions } from './logger.js';

/** Injection token of the program's pino logger, for code that wants fields rather than Nest's logger. */
export const LOGGER = Symbol('LOGGER');

/** Probes and scrapes come every few seconds and would drown everything else. */
const isProbe = (request: IncomingMessage): boolean => /^\/(health|metrics)/.test(request.url ?? '');

@Global()
@Module({})
export class LoggingModule {
  static forRoot(options: LogOptions): DynamicModule {
    const logger = createLogger(options);
    return {
      module: LoggingModule,
      imports: [
        LoggerModule.forRoot({
          pinoHttp: {
            logger,
            autoLogging: { ignore: isProbe },
            customLogLevel: (_request, response, error) =>
              error || response.statusCode >= 500 ? 'error' : response.statusCode >= 400 ? 'warn' : 'debug',
          },
        }),
      ],
      providers: [{ provide: LOGGER, useValue: logger }],
      exports: [LOGGER, LoggerModule],
    };
  }
}
