import type { TopicMessages } from 'kafkajs';
import { MAX_VALUE_BYTES, type OutgoingMessage } from '../event-stream.js';

/**
 * Cuts messages into requests, in order. Kafka's limit on a message is in truth one on a record batch, and a client makes one batch of what a request
 * holds for a partition: together they may be no larger than one message.
 */
export function producerBatches(messages: readonly OutgoingMessage[]): TopicMessages[][] {
  const requests: OutgoingMessage[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const message of messages) {
    if (bytes + message.value.length > MAX_VALUE_BYTES) {
      requests.push([]);
      bytes = 0;
    }
    bytes += message.value.length + overheadBytes(message);
    requests.at(-1)!.push(message);
  }
  return requests.map(byTopic);
}

const overheadBytes = ({ key, headers = {} }: OutgoingMessage): number =>
  Object.entries(headers).reduce((sum, [name, value]) => sum + name.length + value.length + 4, key.length + 32);

function byTopic(messages: readonly OutgoingMessage[]): TopicMessages[] {
  const topics = new Map<string, TopicMessages>();
  for (const { topic, key, value, headers } of messages) {
    const batch = topics.get(topic) ?? { topic, messages: [] };
    batch.messages.push({ key, value, headers: { ...headers } });
    topics.set(topic, batch);
  }
  return [...topics.values()];
}
