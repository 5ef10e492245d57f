import { resolve } from 'node:path';

export interface E2eSettings {
  /** A platform that runs already; without it, one is started. */
  platform: { address: string; email: string; password: string } | undefined;
  chromiumPath: string;
  /** Folder for pictures of each page; without it, none are taken. */
  screenshotFolder: string | undefined;
}

/** Environment: E2E_ADDRESS with E2E_EMAIL and E2E_PASSWORD, CHROMIUM_PATH, E2E_SCREENSHOTS. */
export function e2eConfig(env: NodeJS.ProcessEnv = process.env): E2eSettings {
  const { E2E_ADDRESS: address, E2E_EMAIL: email = 'admin@shelfwatch.local', E2E_PASSWORD: password } = env;
  if (address !== undefined && password === undefined)
    throw new Error('E2E_ADDRESS needs E2E_PASSWORD (and E2E_EMAIL)');
  return {
    platform: address === undefined || password === undefined ? undefined : { address, email, password },
    chromiumPath: env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    screenshotFolder: env['E2E_SCREENSHOTS'] === undefined ? undefined : resolve(env['E2E_SCREENSHOTS']),
  };
}
