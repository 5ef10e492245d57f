import type { DataSource } from 'typeorm';
import { translateError } from '../errors/translate-error.js';

/** Any number that no other program uses for an advisory lock in this database. */
const MIGRATION_LOCK = 4_205_001;

/**
 * Brings the schema up to date. Several programs may call it at once: one works, the others wait and find nothing to do.
 *
 * @returns names of the migrations that were run
 */
export async function runMigrations(dataSource: DataSource): Promise<string[]> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    try {
      const done = await dataSource.runMigrations({ transaction: 'all' });
      return done.map((migration) => migration.name);
    } finally {
      await runner.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    }
  } catch (error) {
    throw translateError(error);
  } finally {
    await runner.release();
  }
}
