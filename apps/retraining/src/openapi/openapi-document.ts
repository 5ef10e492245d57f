import { openApiDocument } from '@shelfwatch/contracts';
import { OPERATIONS } from './operations.js';

/** Retraining's description. */
export const retrainingDocument = (): Record<string, unknown> =>
  openApiDocument({
    title: 'Shelfwatch retraining',
    description:
      'Teach the platform new products: data sets, labelling, training runs, and the registry of models. Sign in at monitoring for a session cookie, or send an API key or the service’s token as `Authorization: Bearer`. Who is known may read; ML engineers and administrators may change; managers may label.',
    operations: OPERATIONS,
  });
