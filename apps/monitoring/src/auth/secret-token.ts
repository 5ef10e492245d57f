import { createHash, randomBytes } from 'node:crypto';

/** A secret that is shown once; the database keeps {@link hashToken} of it only. */
export const newToken = (prefix = ''): string => `${prefix}${randomBytes(24).toString('base64url')}`;

/** Tokens are long and random: a fast hash is enough, and can be looked up. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
