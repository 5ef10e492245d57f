import { createHash, randomBytes } from 'node:crypto';

export interface Credentials {
  user: string;
  password: string;
}

export const basicAuthorization = ({ user, password }: Credentials): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

/** A camera's challenge: scheme and parameters of its `WWW-Authenticate` header. */
export interface Challenge {
  scheme: 'basic' | 'digest';
  parameters: Record<string, string>;
}

/** Reads the first challenge that can be answered; digest is preferred, as the password then never travels. */
export function parseChallenges(header: string): Challenge | undefined {
  const challenges = header.split(/,\s*(?=(?:basic|digest)\s)/i).flatMap((text): Challenge[] => {
    const match = /^\s*(basic|digest)\s*(.*)$/is.exec(text);
    if (match === null) return [];
    const pairs = match[2]!.matchAll(/([a-z-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/gi);
    const parameters = Object.fromEntries(
      [...pairs].map(([, name, quoted, plain]) => [name!.toLowerCase(), quoted ?? plain!]),
    );
    return [{ scheme: match[1]!.toLowerCase() as Challenge['scheme'], parameters }];
  });
  return challenges.find(({ scheme }) => scheme === 'digest') ?? challenges[0];
}

/**
 * Answers a digest challenge with `qop=auth` or without, MD5 or SHA-256. @see RFC 7616
 *
 * @param cnonce for tests
 */
export function digestAuthorization(
  { user, password }: Credentials,
  { parameters }: Challenge,
  request: { method: string; uri: string },
  cnonce = randomBytes(8).toString('hex'),
): string {
  const { realm = '', nonce = '', opaque, algorithm = 'MD5' } = parameters;
  const hash = (text: string) =>
    createHash(/^sha-256/i.test(algorithm) ? 'sha256' : 'md5')
      .update(text)
      .digest('hex');
  const qop = parameters['qop']?.split(',').some((value) => value.trim() === 'auth') ? 'auth' : undefined;
  const count = '00000001';
  const identity = hash(`${user}:${realm}:${password}`);
  const secret = /-sess$/i.test(algorithm) ? hash(`${identity}:${nonce}:${cnonce}`) : identity;
  const target = hash(`${request.method}:${request.uri}`);
  const response = hash(
    qop ? `${secret}:${nonce}:${count}:${cnonce}:${qop}:${target}` : `${secret}:${nonce}:${target}`,
  );
  const parts = [
    `username="${user}"`,
    `realm="${realm}"`,
    `nonce="${nonce}"`,
    `uri="${request.uri}"`,
    `algorithm=${algorithm}`,
    `response="${response}"`,
    ...(qop ? [`qop=${qop}`, `nc=${count}`, `cnonce="${cnonce}"`] : []),
    ...(opaque === undefined ? [] : [`opaque="${opaque}"`]),
  ];
  return `Digest ${parts.join(', ')}`;
}
