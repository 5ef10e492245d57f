import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { AddressInfo } from 'node:net';
import { Logger } from 'nestjs-pino';
import { watchParent } from './parent-watch.js';
import { shutDownOnSignals } from './shut-down.js';
import { describeStartFailure } from './start-failure.js';

export interface BootstrapOptions {
  /** Name of the service, in messages. */
  name: string;
  host: string;
  /** 0 = any free port. */
  port: number;
  /** The service ends when this process is gone. */
  parentPid?: number;
  /** Last touches before it listens: body parsers, Swagger, CORS. */
  configure?: (app: NestExpressApplication) => void | Promise<void>;
}

/**
 * Starts a service and keeps it until SIGTERM, SIGINT or the end of its parent; then modules get `OnModuleDestroy`
 * and `OnApplicationShutdown` to finish what they hold. Prints one line when ready, one line when it cannot start.
 */
export async function bootstrapApp(
  module: Type | DynamicModule,
  options: BootstrapOptions,
): Promise<NestExpressApplication> {
  try {
    // Open event streams to browsers would keep the server from closing.
    const app = await NestFactory.create<NestExpressApplication>(module, {
      bufferLogs: true,
      // When it cannot start, Nest's pages of stack stay in the buffer: the line below says all.
      autoFlushLogs: false,
      abortOnError: false,
      forceCloseConnections: true,
    });
    const logger = app.get(Logger);
    app.useLogger(logger);
    app.flushLogs();
    await options.configure?.(app);
    const shutDown = shutDownOnSignals(app, logger, options.name);
    if (options.parentPid !== undefined) watchParent(options.parentPid, () => shutDown('its parent process ended'));
    await app.listen(options.port, options.host);
    const { port } = app.getHttpServer().address() as AddressInfo;
    logger.log(`${options.name} ready on http://${options.host}:${port}`);
    process.send?.({ ready: true, service: options.name, port });
    return app;
  } catch (error) {
    process.stderr.write(`${describeStartFailure(options.name, error, options)}\n`);
    process.exit(1);
  }
}
