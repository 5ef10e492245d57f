import type { NestExpressApplication } from '@nestjs/platform-express';
import { InferHandler } from './infer.handler.js';

/** Lets requests to infer go to their handler before anything else looks at them. Call it before the application listens. */
export function serveTensors(app: NestExpressApplication): void {
  app.use(app.get(InferHandler).handle);
}
