import { randomUUID } from 'node:crypto';
import type { Database } from '@shelfwatch/persistence';
import type { Logger } from '@shelfwatch/platform';
import type { MonitoringSettings } from '../monitoring.config.js';
import { hashPassword } from './password.js';

/** Makes the first account when there is none. Several instances may start at once: one of them makes it. */
export async function ensureFirstAdministrator(
  database: Database,
  settings: MonitoringSettings,
  logger: Logger,
): Promise<void> {
  const { users } = database.unit;
  if ((await users.count()) > 0) return;
  const { MONITORING_ADMIN_EMAIL: email, MONITORING_ADMIN_PASSWORD: password } = settings;
  if (password === undefined) {
    logger.warn(
      'Nobody can sign in: there are no users yet. Start once with MONITORING_ADMIN_PASSWORD set to make the first administrator.',
    );
    return;
  }
  const user = {
    userId: randomUUID(),
    email,
    name: 'Administrator',
    role: 'admin' as const,
    passwordHash: await hashPassword(password),
  };
  if ((await users.create(user)) === 'created') logger.info({ email }, 'first administrator created');
}
