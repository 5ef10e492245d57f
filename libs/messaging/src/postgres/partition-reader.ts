import type { ReceivedMessage } from '../event-stream.js';
import type { StreamDatabase } from './stream-database.js';

/** One partition as a consumer group sees it. */
export interface PartitionOfGroup {
  groupId: string;
  topic: string;
  partition: number;
}

interface Row {
  offset: string;
  key: string;
  value: Buffer;
  headers: Record<string, string>;
  published_at: Date;
}

/** A read takes at most this many messages and, after the first, bytes: what a slow handler leaves waiting in memory. */
const maxMessages = 64;
const maxBytes = 8 * 1024 * 1024;

/** Fixes where a group that has never committed begins: behind the newest message of each partition, at this moment. */
export async function beginAtNewest(
  database: StreamDatabase,
  groupId: string,
  topics: readonly string[],
): Promise<void> {
  await database.query(
    `INSERT INTO stream.consumer_offset (group_id, topic, partition, next_offset)
     SELECT $1, topic, partition, next_offset FROM stream.partition WHERE topic = ANY($2::text[]) ON CONFLICT DO NOTHING`,
    [groupId, topics],
  );
}

/** Where the group goes on; one that has never committed begins at the oldest message. */
export async function readPosition(
  database: StreamDatabase,
  { groupId, topic, partition }: PartitionOfGroup,
): Promise<bigint> {
  const rows = await database.query<{ position: string }>(
    'SELECT next_offset AS position FROM stream.consumer_offset WHERE group_id = $1 AND topic = $2 AND partition = $3',
    [groupId, topic, partition],
  );
  return BigInt(rows[0]?.position ?? 0);
}

export async function readMessages(
  database: StreamDatabase,
  topic: string,
  partition: number,
  position: bigint,
): Promise<Omit<ReceivedMessage, 'attempt'>[]> {
  const rows = await database.query<Row>(
    `SELECT "offset", key, value, headers, published_at FROM (
       SELECT *, sum(octet_length(value)) OVER (ORDER BY "offset") AS bytes, row_number() OVER (ORDER BY "offset") AS place
       FROM (SELECT * FROM stream.message WHERE topic = $1 AND partition = $2 AND "offset" >= $3 ORDER BY "offset" LIMIT $4) next
     ) counted WHERE bytes <= $5 OR place = 1 ORDER BY "offset"`,
    [topic, partition, String(position), maxMessages, maxBytes],
  );
  return rows.map(({ published_at: publishedAt, ...row }) => ({ ...row, topic, partition, publishedAt }));
}

/** Never moves back: a member that lost the partition without noticing must not undo the next one's progress. */
export async function commitPosition(
  database: StreamDatabase,
  { groupId, topic, partition }: PartitionOfGroup,
  position: bigint,
): Promise<void> {
  await database.query(
    `INSERT INTO stream.consumer_offset (group_id, topic, partition, next_offset) VALUES ($1, $2, $3, $4)
     ON CONFLICT (group_id, topic, partition) DO UPDATE SET next_offset = greatest(consumer_offset.next_offset, excluded.next_offset)`,
    [groupId, topic, partition, String(position)],
  );
}
