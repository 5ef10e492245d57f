import { parse, serialize } from 'cookie';
import type { Request, Response } from 'express';

const NAME = 'shelfwatch_session';

export const readSessionCookie = (request: Request): string | undefined => parse(request.headers.cookie ?? '')[NAME];

/** `Lax`: another site's forms do not carry it. `Secure` when the browser came over TLS. */
export function setSessionCookie(request: Request, response: Response, token: string, maxAgeSeconds: number): void {
  const secure = request.secure || request.headers['x-forwarded-proto'] === 'https';
  response.append(
    'set-cookie',
    serialize(NAME, token, { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge: Math.round(maxAgeSeconds) }),
  );
}
