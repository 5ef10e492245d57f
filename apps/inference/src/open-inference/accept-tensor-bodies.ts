import type { NestExpressApplication } from '@nestjs/platform-express';

/** Tensors as JSON are four times their size; 64 pictures of 224 × 224 fit. */
const LIMIT = '48mb';

/** Lets tensors in: as JSON, or as bytes behind a JSON header (the protocol's binary extension). */
export function acceptTensorBodies(app: NestExpressApplication): void {
  app.useBodyParser('json', { limit: LIMIT });
  app.useBodyParser('raw', { limit: LIMIT, type: 'application/octet-stream' });
}
