import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Proof } from './retraining-client.js';
import { RetrainingError } from './retraining.errors.js';

const ADMIN_EMAIL = 'admin@shelfwatch.local';

/** Where proof may come from. */
export interface Identity {
  /** API key, or the service's own token. */
  token: string | undefined;
  email: string | undefined;
  password: string | undefined;
  monitoringUrl: string;
  /** Data folder of `npm start`: on the platform's own machine its administrator's password lies there. */
  dataFolder: string;
}

/** A key where there is one; else a sign-in; else that of the platform that runs here. */
export async function proveIdentity({ token, email, password, monitoringUrl, dataFolder }: Identity): Promise<Proof> {
  if (token !== undefined) return { authorization: `Bearer ${token}` };
  const secret =
    password ?? (await readFile(join(dataFolder, 'admin-password'), 'utf8').catch(() => undefined))?.trim();
  if (secret === undefined) return {};
  const answer = await fetch(`${monitoringUrl}/v1/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: email ?? ADMIN_EMAIL, password: secret }),
  }).catch(() => {
    throw new RetrainingError(
      'UNREACHABLE',
      `Monitoring, which signs people in, does not answer at ${monitoringUrl}. Start the platform with "npm start", or give a key in SHELFWATCH_KEY.`,
    );
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (answer.ok && cookie !== undefined) return { cookie };
  throw new RetrainingError(
    'SIGN_IN',
    `${email ?? ADMIN_EMAIL} could not sign in; check SHELFWATCH_USER and SHELFWATCH_PASSWORD.`,
  );
}
