import { proxyRequestHeaders, proxyResponseHeaders } from './proxy-headers';
import { sendRequest } from './send-request';

/** A service behind this page's origin. */
export interface Upstream {
  name: 'monitoring' | 'retraining';
  url: string;
}

/**
 * Hands a browser's request to a service and streams the answer back, so that the browser knows one origin only.
 * Ends the request to the service when the browser goes away, which matters for the event stream.
 *
 * @param path begins with `/v1/`, with its query
 */
export async function forwardRequest(upstream: Upstream, request: Request, path: string): Promise<Response> {
  const url = `${upstream.url}${path}`;
  const { method, body, signal } = request;
  const headers = proxyRequestHeaders(request.headers);
  try {
    const answer =
      body === null || method === 'GET' || method === 'HEAD'
        ? await fetch(url, { method, headers, redirect: 'manual', cache: 'no-store', signal })
        : await sendRequest(url, { method, headers, body, signal });
    return new Response(answer.body, { status: answer.status, headers: proxyResponseHeaders(answer.headers) });
  } catch (error) {
    if (request.signal.aborted) return new Response(null, { status: 499 });
    return unreachable(upstream, error);
  }
}

function unreachable({ name, url }: Upstream, error: unknown): Response {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
  console.error(`The ${name} service does not answer at ${url}: ${cause}`);
  const problem = {
    type: 'about:blank',
    title: `The ${name} service does not answer`,
    status: 502,
    code: `${name.toUpperCase()}_UNREACHABLE`,
    detail: 'It may be starting, or it has stopped. This page tries again by itself.',
  };
  return Response.json(problem, { status: 502, headers: { 'content-type': 'application/problem+json' } });
}
