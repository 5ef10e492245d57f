import type { IHeaders, KafkaMessage } from 'kafkajs';
import type { ReceivedMessage } from '../event-stream.js';

/** Any client may have written the message: key, value and headers can all be missing. */
export function toReceived(topic: string, partition: number, message: KafkaMessage): Omit<ReceivedMessage, 'attempt'> {
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
