import { StreamUnavailable, UnknownTopic } from '../messaging.errors.js';

/** kafkajs's errors do not leave this library: what may pass by itself becomes {@link StreamUnavailable}. */
export async function translateKafkaErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { type, retriable, name, message } = error as {
      type?: string;
      retriable?: boolean;
      name?: string;
      message: string;
    };
    if (type === 'UNKNOWN_TOPIC_OR_PARTITION')
      throw new UnknownTopic(/topic[- ]partition|topic (\S+)/.exec(message)?.[1] ?? message);
    if (retriable === true || /^KafkaJS(Connection|NumberOfRetries|RequestTimeout|Broker)/.test(name ?? '')) {
      throw new StreamUnavailable(`Kafka is away: ${message}`, { cause: error });
    }
    throw error;
  }
}
