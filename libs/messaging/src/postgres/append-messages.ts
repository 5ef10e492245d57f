import type { PoolClient } from 'pg';
import type { OutgoingMessage } from '../event-stream.js';
import { UnknownTopic } from '../messaging.errors.js';
import { partitionOf } from '../partition-of.js';
import type { StreamDatabase } from './stream-database.js';

const rowsPerInsert = 200;

interface Batch {
  topic: string;
  partition: number;
  messages: OutgoingMessage[];
}

/** Appends messages in one transaction and wakes whoever waits for them. */
export async function appendMessages(
  database: StreamDatabase,
  messages: readonly OutgoingMessage[],
  partitionsOf: (topic: string) => Promise<number>,
): Promise<void> {
  const batches = await byPartition(messages, partitionsOf);
  await database.transaction(async (client) => {
    for (const { topic, partition, messages: appended } of batches) {
      const { rows } = await client.query<{ first: string }>(
        `UPDATE stream.partition SET next_offset = next_offset + $3 WHERE topic = $1 AND partition = $2
         RETURNING next_offset - $3 AS first`,
        [topic, partition, appended.length],
      );
      const first = rows[0]?.first;
      if (first === undefined) throw new UnknownTopic(topic);
      for (let start = 0; start < appended.length; start += rowsPerInsert)
        await insertRows(
          client,
          { topic, partition, messages: appended.slice(start, start + rowsPerInsert) },
          BigInt(first) + BigInt(start),
        );
    }
    for (const topic of new Set(batches.map((batch) => batch.topic)))
      await client.query("SELECT pg_notify('stream', $1)", [topic]);
  });
}

/** One parameter for each value: bytes travel as they are, where an array of them would become text of twice the size. */
async function insertRows(client: PoolClient, { topic, partition, messages }: Batch, first: bigint): Promise<void> {
  const rows = messages.map((_, place) => {
    const at = 3 + 3 * place;
    return `($1, $2::int, $3::bigint + ${place}, $${at + 1}, $${at + 2}::bytea, $${at + 3}::jsonb)`;
  });
  await client.query(
    `INSERT INTO stream.message (topic, partition, "offset", key, value, headers) VALUES ${rows.join(', ')}`,
    [
      topic,
      partition,
      String(first),
      ...messages.flatMap(({ key, value, headers }) => [key, value, JSON.stringify(headers ?? {})]),
    ],
  );
}

/** Always in the same order, so that two publishers never wait for each other in a circle. */
async function byPartition(
  messages: readonly OutgoingMessage[],
  partitionsOf: (topic: string) => Promise<number>,
): Promise<Batch[]> {
  const batches = new Map<string, Batch>();
  for (const message of messages) {
    const partition = partitionOf(message.key, await partitionsOf(message.topic));
    const name = `${message.topic}\0${String(partition).padStart(6, '0')}`;
    const batch = batches.get(name) ?? { topic: message.topic, partition, messages: [] };
    batch.messages.push(message);
    batches.set(name, batch);
  }
  return [...batches.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, batch]) => batch);
}
