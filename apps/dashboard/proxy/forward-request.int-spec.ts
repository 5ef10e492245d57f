import { jest } from '@jest/globals';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { forwardRequest } from './forward-request';

const CHUNK = new Uint8Array(64 * 1_024);
const CHUNKS = 2_000;
/** Buffers of both sockets and streams; the upload itself has 131 MB. */
const MOST_HELD = 24 * 1_024 * 1_024;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

type Handler = (request: IncomingMessage, response: ServerResponse) => void;
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

async function upstream(handler: Handler) {
  const server = createServer(handler);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { name: 'retraining' as const, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** A body that is made as it is taken. */
function upload(init: { signal?: AbortSignal } = {}): Request {
  let left = CHUNKS;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (left === 0) return controller.close();
      left -= 1;
      controller.enqueue(CHUNK.slice());
    },
  });
  return new Request('http://localhost/api/x', { method: 'POST', body, duplex: 'half', ...init } as RequestInit);
}

describe('Handing a request on', () => {
  it('When a large upload goes through, then it arrives whole, and the page’s server keeps none of it', async () => {
    let received = 0;
    let held = 0;
    collectGarbage();
    const before = process.memoryUsage().arrayBuffers;
    const storing = await upstream((incoming, response) => {
      incoming.on('data', (chunk: Buffer) => (received += chunk.length));
      incoming.on('end', () => {
        collectGarbage();
        held = process.memoryUsage().arrayBuffers - before;
        response.end('thank you');
      });
    });
    const answer = await forwardRequest(storing, upload(), '/v1/x');
    expect(await answer.text()).toBe('thank you');
    expect(received).toBe(CHUNKS * CHUNK.length);
    expect(held).toBeLessThan(MOST_HELD);
  });

  it('When there is a session, then it goes along; and every cookie that comes back reaches the browser', async () => {
    const echo = await upstream((incoming, response) => {
      incoming.resume();
      response.setHeader('set-cookie', ['a=1', 'b=2']).writeHead(201).end(incoming.headers.cookie);
    });
    const headers = { cookie: 'session=abc', 'content-type': 'application/json' };
    const request = new Request('http://localhost/api/x', { method: 'POST', body: '{}', headers });
    const answer = await forwardRequest(echo, request, '/v1/x');
    expect([answer.status, await answer.text()]).toEqual([201, 'session=abc']);
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  });

  it('When a service refuses before the end of an upload, then its answer counts', async () => {
    const refusing = await upstream((_incoming, response) => response.writeHead(413).end('too large'));
    const answer = await forwardRequest(refusing, upload(), '/v1/x');
    expect([answer.status, await answer.text()]).toEqual([413, 'too large']);
  });

  it('When an answer has no body by definition, then it is handed on without one', async () => {
    const quiet = await upstream((incoming, response) => {
      incoming.resume();
      response.writeHead(204).end();
    });
    const request = new Request('http://localhost/api/x', { method: 'POST', body: '{}' });
    expect((await forwardRequest(quiet, request, '/v1/x')).status).toBe(204);
  });

  it.each(['GET', 'POST'])('When nobody answers a %s, then the page is told which service', async (method) => {
    const closed = await upstream(() => undefined);
    stops.pop()?.();
    const heard = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    stops.push(() => heard.mockRestore());
    const body = method === 'GET' ? null : '{}';
    const request = new Request('http://localhost/api/x', { method, body });
    const answer = await forwardRequest(closed, request, '/v1/x');
    expect(answer.status).toBe(502);
    expect(await answer.json()).toMatchObject({ code: 'RETRAINING_UNREACHABLE' });
    expect(heard.mock.calls[0]?.[0]).toContain('ECONNREFUSED');
  });

  it('When the browser goes away, then the service is told', async () => {
    const leaving = new AbortController();
    let gone: () => void = () => undefined;
    const isGone = new Promise<void>((resolve) => (gone = resolve));
    const waiting = await upstream((incoming) => {
      incoming.on('close', gone);
      incoming.once('data', () => leaving.abort());
    });
    const answer = await forwardRequest(waiting, upload({ signal: leaving.signal }), '/v1/x');
    expect(answer.status).toBe(499);
    await isGone;
  });
});
