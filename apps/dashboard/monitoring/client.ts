import createClient, { type Middleware } from 'openapi-fetch';
import { noteServerDate } from '../time/server-clock';
import { networkProblem, toApiProblem } from './api-problem';
import type { paths } from './generated/schema';

const noteTime: Middleware = {
  onResponse: ({ response }) => noteServerDate(response.headers.get('date')),
  onError: ({ error }) => networkProblem(error),
};

/** Monitoring's API, through this page's own origin. Its types are generated: `npx nx run dashboard:generate`. */
export const client = createClient<paths>({ baseUrl: '/api' });
client.use(noteTime);

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** @returns what came with a success @throws ApiProblem for any other answer */
export async function unwrap<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await answer;
  if (!response.ok) throw toApiProblem(response.status, error);
  return data as T;
}
