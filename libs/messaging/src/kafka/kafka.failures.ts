import { StreamUnavailable, UnknownTopic } from '../messaging.errors.js';

/**
 * kafkajs's errors do not leave this library: what may pass by itself becomes {@link StreamUnavailable}.
 *
 * @param topics what the work is about, for the message
 */
export async function translateKafkaErrors<T>(work: () => Promise<T>, topics: readonly string[] = []): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (causes(error).some(({ type }) => type === 'UNKNOWN_TOPIC_OR_PARTITION'))
      throw new UnknownTopic(topics.join(', '), { cause: error });
    const { retriable, name = '', message = String(error) } = error as KafkaFailure;
    if (retriable === true || /^KafkaJS(Connection|NumberOfRetries|RequestTimeout|Broker)/.test(name))
      throw new StreamUnavailable(`Kafka is away: ${message}`, { cause: error });
    throw error;
  }
}

interface KafkaFailure {
  type?: string;
  retriable?: boolean;
  name?: string;
  message?: string;
  cause?: unknown;
}

/** The error and what it wraps: kafkajs hides the reason behind "number of retries exceeded". */
const causes = (error: unknown): KafkaFailure[] => (error instanceof Error ? [error, ...causes(error.cause)] : []);
