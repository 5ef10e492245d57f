import type { NestExpressApplication } from '@nestjs/platform-express';
import type { IngestionSettings } from '../ingestion.config.js';

/** Bodies are pictures here: kept as bytes, and refused with 413 while they still arrive when they are too large. */
export function acceptPictures(
  app: NestExpressApplication,
  { FRAME_MAX_BYTES }: Pick<IngestionSettings, 'FRAME_MAX_BYTES'>,
): void {
  app.useBodyParser('raw', { type: ['image/jpeg', 'image/png', 'image/webp'], limit: FRAME_MAX_BYTES });
}
