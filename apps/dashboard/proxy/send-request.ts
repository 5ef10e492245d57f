import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';

/** Answers that have no body by definition (RFC 9110, sections 15.3.5 and 15.4.5). */
const WITHOUT_BODY = [204, 304];

/**
 * Sends a request with a body that streams through. `fetch` of Node 20 and 22 keeps a copy of the whole body in memory (undici clones a request
 * that might be redirected, and nobody reads the clone): an upload of 4 GB would take 4 GB of the page's server.
 *
 * @throws Error when there is no answer
 */
export function sendRequest(
  url: string,
  init: { method: string; headers: Headers; body: ReadableStream<Uint8Array>; signal: AbortSignal },
): Promise<Response> {
  const { method, headers, body, signal } = init;
  const request = url.startsWith('https:') ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers: Object.fromEntries(headers), signal });
    outgoing.once('response', (answer) => resolve(toResponse(answer)));
    outgoing.once('error', reject);
    // After an answer that came early, such as a refusal, nobody reads the rest; the promise is settled then.
    pipeline(Readable.fromWeb(body as NodeReadableStream<Uint8Array>), outgoing).catch(reject);
  });
}

function toResponse(answer: IncomingMessage): Response {
  const headers = new Headers();
  for (let at = 0; at < answer.rawHeaders.length; at += 2)
    headers.append(answer.rawHeaders[at]!, answer.rawHeaders[at + 1]!);
  const status = answer.statusCode ?? 502;
  if (WITHOUT_BODY.includes(status)) {
    answer.resume();
    return new Response(null, { status, headers });
  }
  return new Response(Readable.toWeb(answer) as ReadableStream<Uint8Array>, { status, headers });
}
