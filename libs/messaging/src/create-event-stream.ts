import type { EventStream } from './event-stream.js';
import { KafkaEventStream } from './kafka/kafka-event-stream.js';
import { StreamNotConfigured } from './messaging.errors.js';
import { PostgresEventStream } from './postgres/postgres-event-stream.js';
import { SILENT, type StreamLog } from './stream-log.js';

export interface EventStreamConfig {
  /** `host:port` of some brokers; when given, the stream is Apache Kafka. */
  kafkaBrokers?: readonly string[] | undefined;
  /** Address of the PostgreSQL that holds the stream otherwise. */
  databaseUrl?: string | undefined;
  /** Names this process in the broker's and the database's own views. */
  clientId: string;
  log?: StreamLog | undefined;
  /** After this silence Kafka gives a consumer's partitions to others; 20 s when left out. PostgreSQL notices a dead one at once. */
  kafkaSessionTimeoutMs?: number | undefined;
}

/** @throws StreamNotConfigured */
export function createEventStream({
  kafkaBrokers = [],
  databaseUrl,
  clientId,
  log = SILENT,
  kafkaSessionTimeoutMs,
}: EventStreamConfig): EventStream {
  if (kafkaBrokers.length > 0) return new KafkaEventStream(kafkaBrokers, clientId, log, kafkaSessionTimeoutMs);
  if (databaseUrl === undefined) throw new StreamNotConfigured();
  return new PostgresEventStream(databaseUrl, clientId, log);
}
