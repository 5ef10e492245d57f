import {
  DEFAULT_RETRY,
  type EventStream,
  type MessageHandler,
  MAX_VALUE_BYTES,
  type OutgoingMessage,
  type SubscribeOptions,
  type Subscription,
  type TopicSpec,
} from '../event-stream.js';
import { UnknownTopic, ValueTooLarge } from '../messaging.errors.js';
import type { StreamLog } from '../stream-log.js';
import { appendMessages } from './append-messages.js';
import { GroupMember } from './group-member.js';
import { beginAtNewest } from './partition-reader.js';
import { places } from './places.js';
import { deleteExpired } from './retention.js';
import { StreamDatabase } from './stream-database.js';
import { WakeUp } from './wake-up.js';

const retentionEveryMs = 60_000;
/** A notification can be lost with its connection; then this long passes before a worker looks by itself. */
const pollMs = 2_000;

/** The event stream as a durable log in PostgreSQL: the same guarantees as Kafka's, for one machine. */
export class PostgresEventStream implements EventStream {
  readonly kind = 'postgres';
  private readonly database: StreamDatabase;
  private readonly partitionCounts = new Map<string, number>();
  private readonly members = new Set<GroupMember>();
  private readonly retention: NodeJS.Timeout;

  constructor(
    databaseUrl: string,
    clientId: string,
    private readonly log: StreamLog,
  ) {
    this.database = new StreamDatabase(databaseUrl, clientId);
    this.retention = setInterval(() => {
      deleteExpired(this.database).catch((error: unknown) =>
        log.warn({ err: error }, 'old messages could not be deleted'),
      );
    }, retentionEveryMs).unref();
  }

  async ensureTopics(specs: readonly TopicSpec[]): Promise<void> {
    for (const { name, partitions, retentionMs, retentionBytes } of specs) {
      await this.database.transaction(async (client) => {
        await client.query(
          `INSERT INTO stream.topic (name, partitions, retention_ms, retention_bytes) VALUES ($1, $2, $3, $4)
           ON CONFLICT DO NOTHING`,
          [name, partitions, retentionMs ?? null, retentionBytes ?? null],
        );
        await client.query(
          `INSERT INTO stream.partition (topic, partition)
           SELECT name, generate_series(0, partitions - 1) FROM stream.topic WHERE name = $1 ON CONFLICT DO NOTHING`,
          [name],
        );
      });
    }
  }

  async publish(messages: readonly OutgoingMessage[]): Promise<void> {
    for (const { topic, value } of messages)
      if (value.length > MAX_VALUE_BYTES) throw new ValueTooLarge(topic, value.length);
    if (messages.length > 0) await appendMessages(this.database, messages, (topic) => this.partitionsOf(topic));
  }

  async subscribe(options: SubscribeOptions, handler: MessageHandler): Promise<Subscription> {
    for (const topic of options.topics) await this.partitionsOf(topic);
    if (options.fromBeginning === false) await beginAtNewest(this.database, options.groupId, options.topics);
    const member = new GroupMember({
      database: this.database,
      groupId: options.groupId,
      topics: options.topics,
      partitionsOf: (topic) => this.partitionsOf(topic),
      log: this.log,
      worker: {
        database: this.database,
        wakeUp: new WakeUp(pollMs),
        withPlace: places(options.concurrency ?? Number.POSITIVE_INFINITY),
        delivery: {
          handler,
          retry: { ...DEFAULT_RETRY, ...options },
          onDeadLetter: options.onDeadLetter,
          publishDeadLetter: (message) => this.publishDeadLetter(message),
          log: this.log,
        },
      },
    });
    this.members.add(member);
    return {
      stop: async () => {
        await member.stop();
        this.members.delete(member);
      },
    };
  }

  isHealthy(): Promise<boolean> {
    return this.database.isHealthy();
  }

  async close(): Promise<void> {
    clearInterval(this.retention);
    await Promise.all([...this.members].map((member) => member.stop()));
    this.members.clear();
    await this.database.close();
  }

  private async publishDeadLetter(message: OutgoingMessage): Promise<void> {
    await this.ensureTopics([{ name: message.topic, partitions: 1 }]);
    await this.publish([message]);
  }

  /** @throws UnknownTopic */
  private async partitionsOf(topic: string): Promise<number> {
    const known = this.partitionCounts.get(topic);
    if (known !== undefined) return known;
    const rows = await this.database.query<{ partitions: number }>(
      'SELECT partitions FROM stream.topic WHERE name = $1',
      [topic],
    );
    const partitions = rows[0]?.partitions;
    if (partitions === undefined) throw new UnknownTopic(topic);
    this.partitionCounts.set(topic, partitions);
    return partitions;
  }
}
