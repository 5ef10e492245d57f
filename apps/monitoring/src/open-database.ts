import { Database } from '@shelfwatch/persistence';
import type { HealthChecks, Logger } from '@shelfwatch/platform';
import { ensureFirstAdministrator } from './auth/first-administrator.js';
import type { MonitoringSettings } from './monitoring.config.js';

/** Connects, brings the schema up to date, and makes sure that somebody can sign in. */
export async function openDatabase(
  settings: MonitoringSettings,
  logger: Logger,
  health: HealthChecks,
): Promise<Database> {
  const database = await Database.open({
    url: settings.DATABASE_URL,
    onRetry: (error, attempt, delayMs) => logger.warn({ err: error, attempt, delayMs }, 'waiting for the database'),
  });
  const applied = await database.migrate();
  if (applied.length > 0) logger.info({ applied }, 'database schema brought up to date');
  await ensureFirstAdministrator(database, settings, logger);
  health.register('database', () => database.ping());
  return database;
}
