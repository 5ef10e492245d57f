import { digestAuthorization, parseChallenges } from './http-sign-in.js';

describe('digestAuthorization', () => {
  it('answers the example of RFC 2617', () => {
    const challenge = parseChallenges(
      'Digest realm="testrealm@host.com", qop="auth,auth-int", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", opaque="5ccc069c403ebaf9f0171e9517f40e41"',
    )!;
    const answer = digestAuthorization(
      { user: 'Mufasa', password: 'Circle Of Life' },
      challenge,
      { method: 'GET', uri: '/dir/index.html' },
      '0a4f113b',
    );
    expect(answer).toContain('response="6629fae49393a05397450978507c4ef1"');
    expect(answer).toContain('opaque="5ccc069c403ebaf9f0171e9517f40e41"');
  });

  it('answers the SHA-256 example of RFC 7616', () => {
    const challenge = parseChallenges(
      'Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=SHA-256, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"',
    )!;
    const answer = digestAuthorization(
      { user: 'Mufasa', password: 'Circle of Life' },
      challenge,
      { method: 'GET', uri: '/dir/index.html' },
      'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ',
    );
    expect(answer).toContain('response="753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"');
  });
});

describe('parseChallenges', () => {
  it('When a camera offers basic and digest, then digest is taken', () => {
    expect(parseChallenges('Basic realm="cam", Digest realm="cam", nonce="x"')?.scheme).toBe('digest');
  });

  it('When only an unknown scheme is offered, then there is nothing to answer', () => {
    expect(parseChallenges('Negotiate')).toBeUndefined();
  });
});
