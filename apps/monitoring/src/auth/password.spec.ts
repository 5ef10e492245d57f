import { hashPassword, passwordMatches } from './password.js';

describe('passwords', () => {
  it('When a password is hashed twice, then the hashes differ and both match it only', async () => {
    const [first, second] = await Promise.all([hashPassword('Grüße 1'), hashPassword('Grüße 1')]);
    expect(first).not.toBe(second);
    expect(await passwordMatches('Grüße 1', first)).toBe(true);
    expect(await passwordMatches('Grüße 2', second)).toBe(false);
  });

  it.each([undefined, '', 'scrypt$$', 'md5$x$y'])('When the hash is %p, then nothing matches', async (hash) => {
    expect(await passwordMatches('', hash)).toBe(false);
  });
});
