import pg from 'pg';
import { StreamUnavailable } from '../messaging.errors.js';
import { SCHEMA_LOCK, STREAM_SCHEMA } from './stream-schema.js';

/** Connections to the stream's PostgreSQL. Driver errors leave as {@link StreamUnavailable} or as they are when they are defects. */
export class StreamDatabase {
  private readonly pool: pg.Pool;
  private schema: Promise<void> | undefined;

  constructor(
    private readonly url: string,
    private readonly clientId: string,
  ) {
    this.pool = new pg.Pool({
      connectionString: url,
      application_name: clientId,
      max: 8,
      connectionTimeoutMillis: 5_000,
    });
    // A server that goes away also breaks idle connections; the next query says so to whoever asks.
    this.pool.on('error', () => undefined);
  }

  async query<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
    await this.ensureSchema();
    return translate(async () => (await this.pool.query<Row>(sql, values)).rows);
  }

  async transaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    await this.ensureSchema();
    return translate(async () => {
      const client = await this.pool.connect();
      let failure: Error | undefined;
      try {
        await client.query('BEGIN');
        const result = await work(client);
        await client.query('COMMIT');
        return result;
      } catch (error) {
        failure = error as Error;
        await client.query('ROLLBACK').catch(() => undefined);
        throw error;
      } finally {
        client.release(failure !== undefined && isConnectionError(failure));
      }
    });
  }

  /** A connection of its own, for locks and notifications. */
  async session(): Promise<pg.Client> {
    await this.ensureSchema();
    return translate(async () => {
      const client = new pg.Client({ connectionString: this.url, application_name: this.clientId, keepAlive: true });
      client.on('error', () => undefined);
      await client.connect();
      return client;
    });
  }

  async isHealthy(): Promise<boolean> {
    return this.pool.query('SELECT 1').then(
      () => true,
      () => false,
    );
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  private ensureSchema(): Promise<void> {
    this.schema ??= translate(() => this.createSchema()).catch((error: unknown) => {
      this.schema = undefined;
      throw error;
    });
    return this.schema;
  }

  private async createSchema(): Promise<void> {
    const client = await this.pool.connect();
    try {
      await client.query('SELECT pg_advisory_lock($1)', [SCHEMA_LOCK]);
      try {
        await client.query(STREAM_SCHEMA);
      } finally {
        await client.query('SELECT pg_advisory_unlock($1)', [SCHEMA_LOCK]);
      }
    } finally {
      client.release();
    }
  }
}

async function translate<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isConnectionError(error)) throw error;
    throw new StreamUnavailable(`The event stream's PostgreSQL is away: ${(error as Error).message}`, { cause: error });
  }
}

/** Class 08 (connection), 57P (shutdown, starting), 53 (out of room), and the socket's own errors. */
function isConnectionError(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return (
    /^(08|57P|53)/.test(code) ||
    /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_)/.test(code) ||
    /terminat|timeout|Connection ended|not queryable/i.test(message)
  );
}
