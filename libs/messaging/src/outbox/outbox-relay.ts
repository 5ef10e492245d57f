import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EventStream, OutgoingMessage } from '../event-stream.js';
import { SILENT, type StreamLog } from '../stream-log.js';

export interface OutboxRelayOptions {
  databaseUrl: string;
  stream: EventStream;
  log?: StreamLog;
}

interface OutboxRow {
  id: string;
  topic: string;
  key: string;
  headers: Record<string, string>;
  payload: Buffer;
}

/** Key of the advisory lock that lets one relay work at a time; another takes over when its connection ends. */
const RELAY_LOCK = 7_413_002;
const batchSize = 200;
const pollMs = 1_000;
const retryMs = 500;

/**
 * Publishes what transactions left in the table `outbox`, in order of id, and marks it. A relay that dies between the two publishes again: at least once.
 * Ids are taken before their transaction commits, so a row may appear behind a later one; order within a key holds because one key's facts are written by one
 * transaction after another.
 */
export class OutboxRelay {
  private readonly log: StreamLog;
  private stopping = false;
  private running: Promise<void> | undefined;
  private wake: () => void = () => undefined;

  constructor(private readonly options: OutboxRelayOptions) {
    this.log = options.log ?? SILENT;
  }

  start(): void {
    this.running ??= this.run();
  }

  /** Finishes the batch in hand. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      const client = new pg.Client({ connectionString: this.options.databaseUrl, application_name: 'outbox-relay' });
      client.on('error', () => undefined);
      client.on('notification', () => this.wake());
      try {
        await client.connect();
        await client.query('LISTEN outbox');
        await this.relay(client);
      } catch (error) {
        this.log.warn({ err: error }, 'the outbox cannot be relayed at present and will be tried again');
        await sleep(retryMs);
      } finally {
        await client.end().catch(() => undefined);
      }
    }
  }

  private async relay(client: pg.Client): Promise<void> {
    let active = false;
    while (!this.stopping) {
      const news = this.nextNews();
      if (!active) {
        const { rows } = await client.query<{ active: boolean }>('SELECT pg_try_advisory_lock($1) AS active', [
          RELAY_LOCK,
        ]);
        active = rows[0]!.active;
      }
      const published = active ? await this.publishBatch(client) : 0;
      if (published < batchSize) await news;
    }
  }

  private async publishBatch(client: pg.Client): Promise<number> {
    const { rows } = await client.query<OutboxRow>(
      'SELECT id, topic, key, headers, payload FROM outbox WHERE published_at IS NULL ORDER BY id LIMIT $1',
      [batchSize],
    );
    if (rows.length === 0) return 0;
    await this.options.stream.publish(rows.map(toMessage));
    await client.query('UPDATE outbox SET published_at = clock_timestamp() WHERE id = ANY($1::bigint[])', [
      rows.map(({ id }) => id),
    ]);
    return rows.length;
  }

  private nextNews(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, pollMs);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (this.stopping) this.wake();
    });
  }
}

const toMessage = ({ topic, key, headers, payload }: OutboxRow): OutgoingMessage => ({
  topic,
  key,
  headers,
  value: payload,
});
