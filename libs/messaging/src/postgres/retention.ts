import type { StreamDatabase } from './stream-database.js';

/** Rows per statement: no transaction of this housekeeping stays open for long. */
const batchSize = 500;

interface KeptPartition {
  topic: string;
  partition: number;
  retention_ms: string | null;
  retention_bytes: string | null;
}

/** Deletes what is older, or beyond the size, than its topic keeps: partition by partition, from the oldest message on. */
export async function deleteExpired(database: StreamDatabase): Promise<void> {
  const partitions = await database.query<KeptPartition>(
    `SELECT topic, partition, retention_ms, retention_bytes FROM stream.partition JOIN stream.topic ON name = topic
     WHERE retention_ms IS NOT NULL OR retention_bytes IS NOT NULL`,
  );
  for (const partition of partitions) {
    if (partition.retention_ms !== null) while ((await deleteOldest(database, partition)) === batchSize);
    if (partition.retention_bytes !== null) await deleteBeyondSize(database, partition);
  }
}

/** @returns how many of the oldest messages had expired and are deleted */
async function deleteOldest(
  database: StreamDatabase,
  { topic, partition, retention_ms: retentionMs }: KeptPartition,
): Promise<number> {
  const deleted = await database.query(
    `DELETE FROM stream.message WHERE topic = $1 AND partition = $2 AND "offset" IN (
       SELECT "offset" FROM (
         SELECT "offset", published_at FROM stream.message WHERE topic = $1 AND partition = $2 ORDER BY "offset" LIMIT $4
       ) oldest WHERE published_at < clock_timestamp() - $3::bigint * interval '1 millisecond')
     RETURNING 1`,
    [topic, partition, retentionMs, batchSize],
  );
  return deleted.length;
}

/** Sizes come from the rows' heads: no value is read. */
async function deleteBeyondSize(
  database: StreamDatabase,
  { topic, partition, retention_bytes: retentionBytes }: KeptPartition,
): Promise<void> {
  await database.query(
    `DELETE FROM stream.message WHERE topic = $1 AND partition = $2 AND "offset" <= (
       SELECT max("offset") FROM (
         SELECT "offset", sum(octet_length(value)) OVER (ORDER BY "offset" DESC) AS kept
         FROM stream.message WHERE topic = $1 AND partition = $2
       ) sized WHERE kept > $3::bigint)`,
    [topic, partition, retentionBytes],
  );
}
