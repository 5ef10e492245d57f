import pg from 'pg';

/** @param url address of the database `postgres` on the same server */
export const createDatabaseIfMissing = (url: string, name: string): Promise<void> =>
  withClient(url, async (client) => {
    try {
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
    } catch (error) {
      if (!isDuplicateDatabase(error)) throw error;
    }
  });

/** @param url address of the database `postgres` on the same server */
export const dropDatabaseIfPresent = (url: string, name: string): Promise<void> =>
  withClient(url, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`);
  });

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** 23505 is what the loser of two simultaneous creations gets. */
const isDuplicateDatabase = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === '42P04' || error.code === '23505');
