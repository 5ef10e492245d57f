import { type Admin, Kafka, Partitioners, type Producer } from 'kafkajs';
import {
  type EventStream,
  MAX_VALUE_BYTES,
  type MessageHandler,
  type OutgoingMessage,
  type SubscribeOptions,
  type Subscription,
  type TopicSpec,
} from '../event-stream.js';
import { StreamUnavailable, ValueTooLarge } from '../messaging.errors.js';
import type { StreamLog } from '../stream-log.js';
import { beginAtNewest } from './begin-at-newest.js';
import { consumeGroup } from './kafka-consumer.js';
import { kafkaLogs } from './kafka-logs.js';
import { translateKafkaErrors } from './kafka.failures.js';
import { producerBatches } from './producer-batches.js';
import { topicSettings } from './topic-settings.js';
import { untilWritable } from './until-writable.js';

/** Apache Kafka through kafkajs, the only place in the project that knows it. */
export class KafkaEventStream implements EventStream {
  readonly kind = 'kafka';
  private readonly kafka: Kafka;
  private readonly subscriptions = new Set<Subscription>();
  private producer: Promise<Producer> | undefined;
  private admin: Promise<Admin> | undefined;

  constructor(
    brokers: readonly string[],
    clientId: string,
    private readonly log: StreamLog,
    private readonly sessionTimeoutMs = 20_000,
  ) {
    this.kafka = new Kafka({
      clientId,
      brokers: [...brokers],
      connectionTimeout: 3_000,
      requestTimeout: 30_000,
      retry: { initialRetryTime: 200, maxRetryTime: 5_000, retries: 8 },
      logCreator: kafkaLogs(log),
    });
  }

  async ensureTopics(specs: readonly TopicSpec[]): Promise<void> {
    const admin = await this.connectedAdmin();
    await translateKafkaErrors(async () => {
      const existing = new Set(await admin.listTopics());
      const topics = specs
        .filter(({ name }) => !existing.has(name))
        .map((spec) => ({
          topic: spec.name,
          numPartitions: spec.partitions,
          replicationFactor: -1,
          configEntries: topicSettings(spec),
        }));
      if (topics.length > 0) await admin.createTopics({ topics, waitForLeaders: false });
      await untilWritable(
        admin,
        specs.map(({ name }) => name),
      );
    });
  }

  async publish(messages: readonly OutgoingMessage[]): Promise<void> {
    for (const { topic, value } of messages)
      if (value.length > MAX_VALUE_BYTES) throw new ValueTooLarge(topic, value.length);
    if (messages.length === 0) return;
    const producer = await this.connectedProducer();
    for (const topicMessages of producerBatches(messages))
      await translateKafkaErrors(
        () => producer.sendBatch({ acks: -1, topicMessages }),
        topicMessages.map(({ topic }) => topic),
      );
  }

  async subscribe(options: SubscribeOptions, handler: MessageHandler): Promise<Subscription> {
    if (options.fromBeginning === false) {
      const admin = await this.connectedAdmin();
      await translateKafkaErrors(() => beginAtNewest(admin, options.groupId, options.topics), options.topics);
    }
    const consumer = await consumeGroup(this.kafka, options, handler, {
      log: this.log,
      sessionTimeoutMs: this.sessionTimeoutMs,
      publishDeadLetter: async (message) => {
        await this.ensureTopics([{ name: message.topic, partitions: 1 }]);
        await this.publish([message]);
      },
    });
    const subscription: Subscription = {
      stop: async () => {
        this.subscriptions.delete(subscription);
        await consumer.stop();
      },
    };
    this.subscriptions.add(subscription);
    return subscription;
  }

  async isHealthy(): Promise<boolean> {
    try {
      await (await this.connectedAdmin()).describeCluster();
      return true;
    } catch {
      return false;
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.subscriptions].map((subscription) => subscription.stop()));
    await (await this.producer?.catch(() => undefined))?.disconnect();
    await (await this.admin?.catch(() => undefined))?.disconnect();
  }

  private connectedProducer(): Promise<Producer> {
    this.producer ??= this.connect(
      this.kafka.producer({
        allowAutoTopicCreation: false,
        // Not `idempotent`: after a publication that failed for good kafkajs gives its sequence numbers to the next one, and a broker that had stored
        // the first takes the second for a repetition: it would be lost. A repetition is harmless.
        // The Java client's partitioning: a camera's pictures stay in one partition whichever client sends them.
        createPartitioner: Partitioners.DefaultPartitioner,
      }),
      () => (this.producer = undefined),
    );
    return this.producer;
  }

  private connectedAdmin(): Promise<Admin> {
    this.admin ??= this.connect(this.kafka.admin(), () => (this.admin = undefined));
    return this.admin;
  }

  private async connect<Client extends { connect(): Promise<void> }>(
    client: Client,
    forget: () => void,
  ): Promise<Client> {
    try {
      await client.connect();
      return client;
    } catch (error) {
      forget();
      throw new StreamUnavailable(`Kafka cannot be reached: ${(error as Error).message}`, { cause: error });
    }
  }
}
