import type { Tables } from '../database/tables.js';
import { OutboxEntity } from '../entities/outbox.entity.js';

export interface OutboxMessage {
  topic: string;
  /** What must stay in order. */
  key: string;
  headers: Record<string, string>;
  payload: Buffer;
}

/** A message as the outbox keeps it. */
export interface StoredMessage {
  /** Decimal text: grows for ever. */
  id: string;
  topic: string;
  payload: Buffer;
}

/** Messages that leave if, and only if, the transaction commits; the relay of `libs/messaging` publishes them. */
export class OutboxRepository {
  constructor(private readonly tables: Tables) {}

  append(messages: readonly OutboxMessage[]): Promise<void> {
    return this.tables.insert(OutboxEntity, messages);
  }

  /**
   * Messages behind `id`, in order of id. Ids are taken before their transaction commits: one that is missing here may
   * still appear.
   */
  after(id: bigint, limit: number): Promise<StoredMessage[]> {
    return this.tables.sql<StoredMessage>(`SELECT id, topic, payload FROM outbox WHERE id > $1 ORDER BY id LIMIT $2`, [
      String(id),
      limit,
    ]);
  }

  /** Ids of the oldest and the newest message that are kept; both 0 when there is none. */
  async range(): Promise<{ oldest: bigint; newest: bigint }> {
    const [row] = await this.tables.sql<{ oldest: string | null; newest: string | null }>(
      'SELECT min(id) AS oldest, max(id) AS newest FROM outbox',
    );
    return { oldest: BigInt(row?.oldest ?? 0), newest: BigInt(row?.newest ?? 0) };
  }

  /** Age of the oldest message that waits, in milliseconds; 0 when none does. */
  async lagMs(): Promise<number> {
    const [row] = await this.tables.sql<{ lag: number | null }>(
      `SELECT (extract(epoch FROM clock_timestamp() - min(created_at)) * 1000)::float8 AS lag
       FROM outbox WHERE published_at IS NULL`,
    );
    return row?.lag ?? 0;
  }

  /** Retention: forgets messages published before `before`. */
  async prune(before: Date): Promise<void> {
    await this.tables.sql('DELETE FROM outbox WHERE published_at < $1', [before]);
  }
}
