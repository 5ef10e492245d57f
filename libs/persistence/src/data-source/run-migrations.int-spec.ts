import { startTestDatabase, type TestDatabase } from '@shelfwatch/embedded-postgres';
import type { DataSource } from 'typeorm';
import { createDataSource } from './create-data-source.js';
import { runMigrations } from './run-migrations.js';

describe('runMigrations', () => {
  let database: TestDatabase;
  let sources: DataSource[];

  beforeEach(async () => {
    database = await startTestDatabase();
    sources = Array.from({ length: 4 }, () => createDataSource({ url: database.url, poolSize: 3 }));
    await Promise.all(sources.map((source) => source.initialize()));
  });
  afterEach(async () => {
    await Promise.all(sources.map((source) => source.destroy()));
    await database.drop();
  });

  it('When several programs migrate at once, then one does the work and none fails', async () => {
    const done = await Promise.all(sources.map(runMigrations));
    expect(done.flat()).toEqual([
      ...['CreateTables1764000000000', 'TeachProducts1795430000000', 'QueueLabelTasks1795440000000'],
      'KeepPlanogramVersions1795500000000',
      'KeepInventoryLedger1795510000000',
      'KeepMislabelSearches1795520000000',
      'KeepFloorAnswers1795530000000',
    ]);
    expect(await runMigrations(sources[0]!)).toEqual([]);
  });

  it('When the tables are made, then they are what the entities describe', async () => {
    await runMigrations(sources[0]!);
    const drift = await sources[0]!.driver.createSchemaBuilder().log();
    expect(drift.upQueries.map((query) => query.query)).toEqual([]);
  });

  it('When the migrations are undone, then nothing of them is left', async () => {
    const [source] = sources as [DataSource];
    await runMigrations(source);
    for (const _migration of source.migrations) await source.undoLastMigration();
    const left = await source.query<{ name: string }[]>(
      `SELECT relname AS name FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace WHERE nspname = 'public' AND relkind = 'r'
       UNION SELECT proname FROM pg_proc JOIN pg_namespace n ON n.oid = pronamespace WHERE nspname = 'public'`,
    );
    expect(left).toEqual([{ name: 'migration' }]);
  });
});
