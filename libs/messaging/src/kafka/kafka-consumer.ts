import { setTimeout as sleep } from 'node:timers/promises';
import type { Kafka } from 'kafkajs';
import type { Delivery } from '../delivery/deliver.js';
import {
  DEFAULT_RETRY,
  MAX_VALUE_BYTES,
  type MessageHandler,
  STOP_GRACE_MS,
  type SubscribeOptions,
  type Subscription,
} from '../event-stream.js';
import { GroupMembership } from './group-membership.js';
import { handleBatch } from './handle-batch.js';
import { translateKafkaErrors } from './kafka.failures.js';

/** As in the PostgreSQL adapter: what a slow handler leaves waiting in memory. */
const maxBytesPerPartition = MAX_VALUE_BYTES + 1024 * 1024;
const reviveAfterMs = 5_000;

export interface ConsumerTools extends Pick<Delivery, 'publishDeadLetter' | 'log'> {
  /** A member that is silent for longer is taken for dead. */
  sessionTimeoutMs: number;
}

/** Joins a consumer group and handles its messages, partition by partition in order. Resolves when partitions are assigned. */
export async function consumeGroup(
  kafka: Kafka,
  options: SubscribeOptions,
  handler: MessageHandler,
  { sessionTimeoutMs, ...tools }: ConsumerTools,
): Promise<Subscription> {
  const { groupId, topics, concurrency, onDeadLetter } = options;
  const stopping = new AbortController();
  let membership = new GroupMembership();
  const delivery: Delivery = { ...tools, handler, onDeadLetter, retry: { ...DEFAULT_RETRY, ...options } };
  // A third of the session: two may be lost before the broker gives the partitions away. kafkajs skips a beat that comes early.
  const heartbeatMs = sessionTimeoutMs / 3;
  const consumer = kafka.consumer({
    groupId,
    sessionTimeout: sessionTimeoutMs,
    heartbeatInterval: heartbeatMs / 2,
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
  const run = async (): Promise<void> => {
    await consumer.connect();
    await consumer.subscribe({ topics: [...topics], fromBeginning: true });
    await consumer.run({
      autoCommitInterval: 200,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: concurrency ?? 64,
      eachBatch: (payload) =>
        handleBatch(payload, { delivery, membership, stopping: stopping.signal, heartbeatMs: heartbeatMs / 2 }),
    });
  };
  consumer.on(consumer.events.GROUP_JOIN, () => (membership = new GroupMembership()));
  consumer.on(consumer.events.CRASH, ({ payload: { restart, error } }) => {
    if (!restart) void revive(run, error, stopping.signal, tools);
  });
  try {
    await translateKafkaErrors(run, topics);
  } catch (error) {
    stopping.abort();
    await consumer.disconnect();
    throw error;
  }
  return {
    stop: async () => {
      stopping.abort();
      const outOfPatience = setTimeout(() => membership.abandon(), STOP_GRACE_MS);
      await consumer.disconnect();
      clearTimeout(outOfPatience);
    },
  };
}

/** kafkajs gives up for good at errors that it takes for final, such as a missing permission; a service must go on once that is mended. */
async function revive(
  run: () => Promise<void>,
  error: unknown,
  stopping: AbortSignal,
  { log }: Pick<Delivery, 'log'>,
): Promise<void> {
  for (let reason = error; !stopping.aborted;) {
    log.error({ err: reason, retryAfterMs: reviveAfterMs }, 'the consumer ended and will be started again');
    await sleep(reviveAfterMs, undefined, { signal: stopping }).catch(() => undefined);
    try {
      if (!stopping.aborted) await run();
      return;
    } catch (again) {
      reason = again;
    }
  }
}
