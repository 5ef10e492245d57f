import { Database } from '@shelfwatch/persistence';
import type { HealthChecks, Logger } from '@shelfwatch/platform';

/** Connects and brings the schema up to date. */
export async function openDatabase(url: string, logger: Logger, health: HealthChecks): Promise<Database> {
  const database = await Database.open({
    url,
    onRetry: (error, attempt, delayMs) => logger.warn({ err: error, attempt, delayMs }, 'waiting for the database'),
  });
  const applied = await database.migrate();
  if (applied.length > 0) logger.info({ applied }, 'database schema brought up to date');
  health.register('database', () => database.ping());
  return database;
}
