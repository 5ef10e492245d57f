import { openApiDocument } from '@shelfwatch/contracts';
import { OPERATIONS } from './operations.js';

/** Monitoring's description. */
export const monitoringDocument = (): Record<string, unknown> =>
  openApiDocument({
    title: 'Shelfwatch monitoring',
    description:
      'What cameras see on the shelves, and what to do about it. Sign in for a session cookie, or send an API key as `Authorization: Bearer`.',
    operations: OPERATIONS,
  });
