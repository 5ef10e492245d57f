import type { Tables } from '../database/tables.js';
import { OutboxEntity } from '../entities/outbox.entity.js';

export interface OutboxMessage {
  topic: string;
  /** What must stay in order. */
  key: string;
  headers: Record<string, string>;
  payload: Buffer;
}

/** Messages that leave if, and only if, the transaction commits; the relay of `libs/messaging` publishes them. */
export class OutboxRepository {
  constructor(private readonly tables: Tables) {}

  append(messages: readonly OutboxMessage[]): Promise<void> {
    return this.tables.insert(OutboxEntity, messages);
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
