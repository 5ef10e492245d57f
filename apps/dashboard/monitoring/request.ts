import { noteServerDate } from '../time/server-clock';
import { networkProblem, toApiProblem } from './api-problem';
export interface Ask {
  method?: 'GET' | 'POST';
  query?: Record<string, string | number | undefined>;
  body?: unknown;
  signal?: AbortSignal;
}
export async function request<T>(path: string, { method = 'GET', query = {}, body, signal }: Ask = {}): Promise<T> {
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([k, v]) => (v === undefined ? [] : [[k, String(v)]])),
  );
  const answer = await fetch(`/api${path}${search.size ? `?${search}` : ''}`, {
    method,
    signal,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  }).catch((error: unknown) => {
    throw networkProblem(error);
  });
  noteServerDate(answer.headers.get('date'));
  const json: unknown = await answer.json().catch(() => undefined);
  if (!answer.ok) throw toApiProblem(answer.status, json);
  return json as T;
}
