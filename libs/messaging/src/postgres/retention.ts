import type { StreamDatabase } from './stream-database.js';

/** Deletes what is older than its topic keeps. */
export async function deleteExpired(database: StreamDatabase): Promise<void> {
  await database.query(
    `DELETE FROM stream.message USING stream.topic
     WHERE topic.name = message.topic AND topic.retention_ms IS NOT NULL
       AND message.published_at < clock_timestamp() - topic.retention_ms * interval '1 millisecond'`,
  );
}
