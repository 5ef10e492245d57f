import type { NestExpressApplication } from '@nestjs/platform-express';
import type { IncomingMessage } from 'node:http';
import { LARGE_JSON_PATHS } from './large-json.interceptor.js';

/** Small JSON bodies everywhere; large ones where {@link LARGE_JSON_PATHS} says, and there behind the guard. */
export function acceptJson(app: NestExpressApplication): void {
  app.useBodyParser('json', {
    limit: '256kb',
    type: (request: IncomingMessage) => !LARGE_JSON_PATHS.test(request.url ?? '') && isJson(request),
  });
}

const isJson = ({ headers }: IncomingMessage): boolean => /^application\/json\b/i.test(headers['content-type'] ?? '');
