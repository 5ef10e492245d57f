import { deadLetterTopic } from '@shelfwatch/contracts';
import type { OutgoingMessage, ReceivedMessage } from '../event-stream.js';

/** The message as it came, bytes and headers, with the reason why it could not be handled. */
export function toDeadLetter(message: ReceivedMessage, error: unknown): OutgoingMessage {
  return {
    topic: deadLetterTopic(message.topic),
    key: message.key,
    value: message.value,
    headers: {
      ...message.headers,
      'x-dead-letter-reason': error instanceof Error ? error.message : String(error),
      'x-dead-letter-code': codeOf(error),
      'x-dead-letter-attempts': String(message.attempt),
      'x-dead-letter-at': new Date().toISOString(),
      'x-source-topic': message.topic,
      'x-source-partition': String(message.partition),
      'x-source-offset': message.offset,
    },
  };
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : 'UNEXPECTED';
}
