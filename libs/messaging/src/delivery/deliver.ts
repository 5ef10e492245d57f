import { setTimeout as sleep } from 'node:timers/promises';
import type {
  MessageHandler,
  OutgoingMessage,
  ReceivedMessage,
  RetrySettings,
  SubscribeOptions,
} from '../event-stream.js';
import type { StreamLog } from '../stream-log.js';
import { toDeadLetter } from './dead-letter.js';
import { decideRetry } from './retry-decision.js';

export interface Delivery {
  handler: MessageHandler;
  retry: RetrySettings;
  onDeadLetter: SubscribeOptions['onDeadLetter'];
  /** Must be durable when it resolves: the offset moves afterwards. */
  publishDeadLetter: (message: OutgoingMessage) => Promise<void>;
  log: StreamLog;
}

/**
 * Brings one message to its end: handled, or in the dead letter topic.
 *
 * @returns false when `signal` was aborted first; the message must then be delivered again, by whoever owns the partition next
 */
export async function deliver(
  message: Omit<ReceivedMessage, 'attempt'>,
  { handler, retry, onDeadLetter, publishDeadLetter, log }: Delivery,
  signal: AbortSignal,
): Promise<boolean> {
  let firstFailure: number | undefined;
  for (let attempt = 1; !signal.aborted; attempt += 1) {
    const received: ReceivedMessage = { ...message, attempt };
    try {
      await handler(received, { signal });
      return true;
    } catch (error) {
      // A handler that was told to give up has not failed.
      if (signal.aborted) return false;
      firstFailure ??= performance.now();
      const facts = {
        topic: message.topic,
        partition: message.partition,
        offset: message.offset,
        key: message.key,
        attempt,
      };
      const decision = decideRetry(error, attempt, performance.now() - firstFailure, retry);
      if (decision === 'dead-letter') {
        log.error({ ...facts, err: error }, 'message goes to the dead letter topic');
        await publishDeadLetter(toDeadLetter(received, error));
        onDeadLetter?.(received, error);
        return true;
      }
      log.warn({ ...facts, err: error, retryAfterMs: decision.retryAfterMs }, 'message failed and will be tried again');
      await sleep(decision.retryAfterMs, undefined, { signal }).catch(() => undefined);
    }
  }
  return false;
}
