/** A running server. Only this process should stop it. */
export interface EmbeddedPostgres {
  /** Process id of the server. */
  pid: number;
  port: number;
  /** Address of the database asked for, password included. */
  url: string;
  /** Address of another database on the same server. */
  urlOf(database: string): string;
  /** Creates the database unless it is there. Returns its address. */
  ensureDatabase(name: string): Promise<string>;
  /** Drops the database, open connections or not. */
  dropDatabase(name: string): Promise<void>;
  /** Stops the server and gives the folder free. Safe to call twice. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Everything of the server lies here; created when missing. */
  dataDir: string;
  /** 0 = any free port. */
  port: number;
  /** Database that `url` leads to; created when missing. Default `postgres`. */
  database?: string;
  /** Remove the data when the server ends. */
  disposable?: boolean;
  /** More settings of postgresql.conf, `name=value`. */
  settings?: readonly string[];
}
