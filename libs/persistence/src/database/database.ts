import { retry } from '@shelfwatch/platform';
import type { DataSource } from 'typeorm';
import { createDataSource, type DataSourceOptions } from '../data-source/create-data-source.js';
import { runMigrations } from '../data-source/run-migrations.js';
import { PersistenceError } from '../errors/persistence.errors.js';
import { isDriverError, translateError } from '../errors/translate-error.js';
import { Tables } from './tables.js';
import { UnitOfWork } from './unit-of-work.js';

export interface OpenOptions extends DataSourceOptions {
  /** How often to try while the database is starting, default 60 (about a minute). */
  attempts?: number;
  /** Called before each wait, to tell whoever waits. */
  onRetry?: (error: unknown, attempt: number, delayMs: number) => void;
}

/** The one door to PostgreSQL. Survives its restarts: what fails meanwhile fails with a retriable error. */
export class Database {
  /** Repositories outside any transaction, for reading: each call is on its own. */
  readonly unit: UnitOfWork;

  private constructor(private readonly dataSource: DataSource) {
    this.unit = new UnitOfWork(new Tables(dataSource.manager));
  }

  /** Connects, waiting for a database that is still starting. Does not migrate. @throws PersistenceError */
  static async open(options: OpenOptions): Promise<Database> {
    const dataSource = createDataSource(options);
    const connect = async (): Promise<void> => {
      await dataSource.initialize().catch((error: unknown) => {
        throw translateError(error);
      });
    };
    const isRetriable = (error: unknown): boolean => error instanceof PersistenceError && error.retriable;
    const { attempts = 60, onRetry } = options;
    await retry(connect, { attempts, baseMs: 100, maxMs: 1_000, isRetriable, ...(onRetry ? { onRetry } : {}) });
    return new Database(dataSource);
  }

  /** See {@link runMigrations}. */
  migrate(): Promise<string[]> {
    return runMigrations(this.dataSource);
  }

  /**
   * Runs `work` in one transaction: all of it is stored, or nothing. Rolls back when `work` throws; errors that are
   * not the database's pass unchanged. Do no slow thing inside, it holds locks and a connection.
   *
   * @throws PersistenceError whose `retriable` tells whether the same work may succeed later
   */
  async transaction<T>(work: (unit: UnitOfWork) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await guard(() => runner.startTransaction());
      const result = await work(new UnitOfWork(new Tables(runner.manager)));
      await guard(() => runner.commitTransaction());
      return result;
    } catch (error) {
      // A lost connection has rolled back by itself; the first error is the one to report.
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => {});
      throw isDriverError(error) ? translateError(error) : error;
    } finally {
      await runner.release().catch(() => {});
    }
  }

  /** Resolves when the database answers. @throws PersistenceError */
  async ping(): Promise<void> {
    await new Tables(this.dataSource.manager).sql('SELECT 1');
  }

  async close(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}

async function guard(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw translateError(error);
  }
}
