import { proxyRequestHeaders, proxyResponseHeaders } from './proxy-headers';

describe('Headers through the proxy', () => {
  it('When the browser asks, then its cookie passes and connection headers do not', () => {
    const headers = proxyRequestHeaders(
      new Headers({ cookie: 'a=b', host: 'shop.example:4200', connection: 'keep-alive', 'accept-encoding': 'gzip' }),
    );
    expect(Object.fromEntries(headers)).toEqual({
      cookie: 'a=b',
      'accept-encoding': 'identity',
      'x-forwarded-host': 'shop.example:4200',
    });
  });

  it('When a proxy stands in front, then its word about the address is kept', () => {
    const headers = proxyRequestHeaders(new Headers({ host: 'inner', 'x-forwarded-host': 'outer' }));
    expect(headers.get('x-forwarded-host')).toBe('outer');
  });

  it('When monitoring sets two cookies, then both arrive', () => {
    const from = new Headers({ 'content-length': '3' });
    from.append('set-cookie', 'a=1; HttpOnly');
    from.append('set-cookie', 'b=2');
    const headers = proxyResponseHeaders(from);
    expect(headers.getSetCookie()).toEqual(['a=1; HttpOnly', 'b=2']);
    expect(headers.has('content-length')).toBe(false);
  });

  it('When the answer is a stream of events, then nothing on the way may hold it back', () => {
    const headers = proxyResponseHeaders(new Headers({ 'content-type': 'text/event-stream; charset=utf-8' }));
    expect(headers.get('cache-control')).toBe('no-cache, no-transform');
    expect(headers.get('x-accel-buffering')).toBe('no');
  });
});
