/** A message to publish. Messages of one key keep their order. */
export interface OutgoingMessage {
  topic: string;
  key: string;
  /** Any bytes, up to {@link MAX_VALUE_BYTES}. */
  value: Buffer;
  headers?: Readonly<Record<string, string>>;
}

export interface ReceivedMessage {
  topic: string;
  partition: number;
  /** Decimal text: offsets outgrow a double. */
  offset: string;
  key: string;
  value: Buffer;
  headers: Readonly<Record<string, string>>;
  publishedAt: Date;
  /** 1 for the first delivery to a handler in this process. */
  attempt: number;
}

export interface TopicSpec {
  name: string;
  partitions: number;
  /** Older messages are deleted; left out = the stream's default. */
  retentionMs?: number;
  /** Beyond this size the oldest messages of a partition are deleted, handled or not; left out = no limit. */
  retentionBytes?: number;
}

export interface RetrySettings {
  /** Attempts for an error that does not say whether it can be retried. */
  maxAttempts: number;
  /** Wait before the second attempt; doubles each time. */
  retryDelayMs: number;
  /** How long an error with `retriable: true` (a database or service that is away) holds its partition before the message is given up. */
  maxOutageMs: number;
}

export interface SubscribeOptions extends Partial<RetrySettings> {
  /** Members of one group share the partitions; each group sees every message. */
  groupId: string;
  topics: readonly string[];
  /** Where a group starts that has never committed: at the oldest message (default), or only at what comes from now on. */
  fromBeginning?: boolean;
  /** Partitions handled at the same time by this member. Default: all that it owns. */
  concurrency?: number;
  onDeadLetter?: (message: ReceivedMessage, error: unknown) => void;
}

export interface HandlerContext {
  /** Aborted when this member has lost the partition, or has been stopping for {@link STOP_GRACE_MS}: give up, the message will be delivered again. */
  signal: AbortSignal;
}

/**
 * Handles one message. Resolving means done (or skipped). A thrown error with `retriable === false` sends the message to the dead letter topic at once;
 * any other error is retried within {@link RetrySettings} first. Only after one of these ends does the offset move: delivery is at least once.
 */
export type MessageHandler = (message: ReceivedMessage, context: HandlerContext) => Promise<void>;

export interface Subscription {
  /** Finishes the messages in hand (one that waits for another attempt is left to the next member), commits, leaves the group. */
  stop(): Promise<void>;
}

/** A durable, partitioned log with consumer groups. Nothing above this port knows whether it is Kafka or PostgreSQL. */
export interface EventStream {
  readonly kind: 'kafka' | 'postgres';
  /** Creates what is missing; existing topics stay as they are. */
  ensureTopics(specs: readonly TopicSpec[]): Promise<void>;
  /**
   * Resolves when all messages are durable. The order within a key is the order of the array and of successive awaited calls.
   *
   * @throws StreamUnavailable when the stream cannot be reached; ValueTooLarge
   */
  publish(messages: readonly OutgoingMessage[]): Promise<void>;
  subscribe(options: SubscribeOptions, handler: MessageHandler): Promise<Subscription>;
  isHealthy(): Promise<boolean>;
  /** Stops every subscription and disconnects. */
  close(): Promise<void>;
}

/** 8 MB: the largest picture that travels inside a message. */
export const MAX_VALUE_BYTES = 8 * 1024 * 1024;

export const DEFAULT_RETRY: RetrySettings = { maxAttempts: 5, retryDelayMs: 200, maxOutageMs: 600_000 };

/** How long a message in hand may take when its subscription stops. */
export const STOP_GRACE_MS = 20_000;
