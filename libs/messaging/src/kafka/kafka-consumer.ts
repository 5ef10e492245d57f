import type { EachBatchPayload, IHeaders, Kafka, KafkaMessage } from 'kafkajs';
import { deliver, type Delivery } from '../delivery/deliver.js';
import {
  DEFAULT_RETRY,
  MAX_VALUE_BYTES,
  type MessageHandler,
  type ReceivedMessage,
  type SubscribeOptions,
  type Subscription,
} from '../event-stream.js';
import { translateKafkaErrors } from './kafka.failures.js';

const sessionTimeoutMs = 30_000;
/** About a third of the session: two may be lost before the broker gives the partitions away. */
const heartbeatMs = 9_000;
/** As in the PostgreSQL adapter: what a slow handler leaves waiting in memory. */
const maxBytesPerPartition = MAX_VALUE_BYTES + 1024 * 1024;

/** Joins a consumer group and handles its messages, partition by partition in order. */
export async function consumeGroup(
  kafka: Kafka,
  options: SubscribeOptions,
  handler: MessageHandler,
  tools: Pick<Delivery, 'publishDeadLetter' | 'log'>,
): Promise<Subscription> {
  const { groupId, topics, concurrency, fromBeginning = true, onDeadLetter } = options;
  const stopping = new AbortController();
  let draining = false;
  const delivery: Delivery = { ...tools, handler, onDeadLetter, retry: { ...DEFAULT_RETRY, ...options } };
  const consumer = kafka.consumer({
    groupId,
    sessionTimeout: sessionTimeoutMs,
    heartbeatInterval: heartbeatMs / 3,
    rebalanceTimeout: 60_000,
    maxWaitTimeInMs: 500,
    maxBytesPerPartition,
    maxBytes: 4 * maxBytesPerPartition,
    allowAutoTopicCreation: false,
    retry: {
      retries: Number.MAX_SAFE_INTEGER,
      initialRetryTime: 200,
      maxRetryTime: 5_000,
      restartOnFailure: async () => !stopping.signal.aborted,
    },
  });
  await translateKafkaErrors(async () => {
    await consumer.connect();
    await consumer.subscribe({ topics: [...topics], fromBeginning });
    await consumer.run({
      autoCommitInterval: 200,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: concurrency ?? 64,
      eachBatch: (payload) => handleBatch(payload, delivery, () => draining),
    });
  });
  return {
    stop: async () => {
      draining = true;
      await consumer.stop();
      stopping.abort();
      await consumer.disconnect();
    },
  };
}

async function handleBatch(payload: EachBatchPayload, delivery: Delivery, isDraining: () => boolean): Promise<void> {
  const { batch, resolveOffset, heartbeat, commitOffsetsIfNecessary, isRunning, isStale } = payload;
  const lost = new AbortController();
  // kafkajs sends heartbeats between messages only; one that takes long would cost us the partition.
  const pulse = setInterval(() => {
    heartbeat().catch(() => lost.abort());
    if (isStale()) lost.abort();
  }, heartbeatMs / 3);
  try {
    for (const message of batch.messages) {
      if (isDraining() || !isRunning() || isStale() || lost.signal.aborted) break;
      const ended = await deliver(toReceived(batch.topic, batch.partition, message), delivery, lost.signal);
      if (!ended) break;
      resolveOffset(message.offset);
      await commitOffsetsIfNecessary();
      await heartbeat();
    }
  } finally {
    clearInterval(pulse);
  }
}

function toReceived(topic: string, partition: number, message: KafkaMessage): Omit<ReceivedMessage, 'attempt'> {
  return {
    topic,
    partition,
    offset: message.offset,
    key: message.key?.toString() ?? '',
    value: message.value ?? Buffer.alloc(0),
    headers: toText(message.headers ?? {}),
    publishedAt: new Date(Number(message.timestamp)),
  };
}

/** Header values arrive as bytes; a header sent several times keeps its last value. */
function toText(headers: IHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => {
      const last = Array.isArray(value) ? value.at(-1) : value;
      return last === undefined ? [] : [[name, last.toString()]];
    }),
  );
}
