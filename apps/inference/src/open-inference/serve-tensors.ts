import type { RequestListener, Server } from 'node:http';
import type { INestApplication } from '@nestjs/common';
import { InferHandler } from './infer.handler.js';

/** Lets requests to infer go to their handler before the framework looks at them. Call it before the application listens. */
export function serveTensors(app: INestApplication): void {
  const server = app.getHttpServer() as Server;
  const handler = app.get(InferHandler);
  const others = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', (request, response) =>
    handler.handle(request, response, () => {
      for (const listener of others) listener(request, response);
    }),
  );
}
