/** Meant for one connection only (RFC 9110, section 7.6.1), or rewritten by `fetch`. */
const REQUEST_ONLY_HERE = ['host', 'connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'te', 'expect'];
const RESPONSE_ONLY_HERE = [
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-encoding',
  'content-length',
  'x-powered-by',
];

/** What a service gets to see: all of it, and under which address the browser asked. Compression would hold events back. */
export function proxyRequestHeaders(from: Headers): Headers {
  const headers = new Headers(from);
  const host = from.get('host');
  for (const name of REQUEST_ONLY_HERE) headers.delete(name);
  headers.set('accept-encoding', 'identity');
  if (host !== null && !headers.has('x-forwarded-host')) headers.set('x-forwarded-host', host);
  return headers;
}

/** What the browser gets to see. `no-transform` keeps the page's own server from compressing, thus buffering, a stream. */
export function proxyResponseHeaders(from: Headers): Headers {
  const headers = new Headers(from);
  for (const name of RESPONSE_ONLY_HERE) headers.delete(name);
  if (!from.get('content-type')?.startsWith('text/event-stream')) return headers;
  headers.set('cache-control', 'no-cache, no-transform');
  headers.set('x-accel-buffering', 'no');
  return headers;
}
