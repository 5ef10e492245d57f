import createClient, { type Middleware } from 'openapi-fetch';
import { networkProblem } from '../monitoring/api-problem';
import type { paths } from './generated/schema';

const onError: Middleware = { onError: ({ error }) => networkProblem(error) };

/** Retraining's API, through this page's own origin. Its types are generated: `npx nx run @shelfwatch/dashboard:generate`. */
export const RETRAINING = '/api/retraining';
export const client = createClient<paths>({ baseUrl: RETRAINING });
client.use(onError);
