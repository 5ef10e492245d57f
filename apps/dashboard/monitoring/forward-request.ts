import { monitoringUrl } from './monitoring.config';
import { proxyRequestHeaders, proxyResponseHeaders } from './proxy-headers';

/** Node sends a streamed body only when told that the answer may come before its end. */
type StreamingInit = RequestInit & { duplex: 'half' };

/**
 * Hands a browser's request to monitoring and streams the answer back, so that the browser knows one origin only.
 * Ends the request to monitoring when the browser goes away, which matters for the event stream.
 *
 * @param path begins with `/v1/`, with its query
 */
export async function forwardRequest(request: Request, path: string): Promise<Response> {
  const init: StreamingInit = {
    method: request.method,
    headers: proxyRequestHeaders(request.headers),
    body: request.method === 'GET' || request.method === 'HEAD' ? null : request.body,
    redirect: 'manual',
    cache: 'no-store',
    signal: request.signal,
    duplex: 'half',
  };
  try {
    const answer = await fetch(`${monitoringUrl()}${path}`, init);
    return new Response(answer.body, { status: answer.status, headers: proxyResponseHeaders(answer.headers) });
  } catch (error) {
    if (request.signal.aborted) return new Response(null, { status: 499 });
    return unreachable(error);
  }
}

function unreachable(error: unknown): Response {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
  console.error(`Monitoring does not answer at ${monitoringUrl()}: ${cause}`);
  const problem = {
    type: 'about:blank',
    title: 'The monitoring service does not answer',
    status: 502,
    code: 'MONITORING_UNREACHABLE',
    detail: 'It may be starting, or it has stopped. This page tries again by itself.',
  };
  return Response.json(problem, { status: 502, headers: { 'content-type': 'application/problem+json' } });
}
