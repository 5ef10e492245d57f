import { DataSource } from 'typeorm';
import { ENTITIES } from '../entities/entities.js';
import { CreateTables1764000000000 } from '../migrations/1764000000000-create-tables.js';
import { TeachProducts1795430000000 } from '../migrations/1795430000000-teach-products.js';
import { QueueLabelTasks1795440000000 } from '../migrations/1795440000000-queue-label-tasks.js';
import { KeepInventoryLedger1795510000000 } from '../migrations/1795510000000-keep-inventory-ledger.js';
import { KeepPlanogramVersions1795500000000 } from '../migrations/1795500000000-keep-planogram-versions.js';
import { KeepMislabelSearches1795520000000 } from '../migrations/1795520000000-keep-mislabel-searches.js';
import { KeepFloorAnswers1795530000000 } from '../migrations/1795530000000-keep-floor-answers.js';
import { SnakeNaming } from './snake-naming.js';

export interface DataSourceOptions {
  /** `postgres://user:password@host:port/database` */
  url: string;
  /** Shown by PostgreSQL for each connection. */
  applicationName?: string;
  /** Connections held at most, default 10. */
  poolSize?: number;
  /** How long to wait for a connection before it counts as unavailable, default 5 s. */
  connectTimeoutMs?: number;
  /** Called when an idle connection breaks, for instance because the database restarts; the pool replaces it. */
  onConnectionLost?: (error: Error) => void;
}

/** Every program's way to the tables. Not yet connected. */
export function createDataSource(options: DataSourceOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    applicationName: options.applicationName ?? 'shelfwatch',
    poolSize: options.poolSize ?? 10,
    connectTimeoutMS: options.connectTimeoutMs ?? 5_000,
    poolErrorHandler: options.onConnectionLost ?? (() => {}),
    entities: ENTITIES,
    migrations: [
      CreateTables1764000000000,
      TeachProducts1795430000000,
      QueueLabelTasks1795440000000,
      KeepPlanogramVersions1795500000000,
      KeepInventoryLedger1795510000000,
      KeepMislabelSearches1795520000000,
      KeepFloorAnswers1795530000000,
    ],
    migrationsTableName: 'migration',
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    installExtensions: false,
    // A frozen or unplugged database must not hold a transaction for ever.
    extra: { keepAlive: true, idle_in_transaction_session_timeout: 60_000 },
  });
}
