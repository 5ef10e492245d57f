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

/** Reasons to leave a message to whoever owns the partition next. */
export interface Interruption {
  /** The partition is no longer ours: the handler in hand should give up. */
  lost: AbortSignal;
  /** The subscription stops: the attempt in hand is the last. */
  stopping: AbortSignal;
}

/**
 * Brings one message to its end: handled, or in the dead letter topic.
 *
 * @returns false when it was interrupted first; the message must then be delivered again
 */
export async function deliver(
  message: Omit<ReceivedMessage, 'attempt'>,
  { handler, retry, onDeadLetter, publishDeadLetter, log }: Delivery,
  { lost, stopping }: Interruption,
): Promise<boolean> {
  let firstFailure: number | undefined;
  for (let attempt = 1; !lost.aborted && !stopping.aborted; attempt += 1) {
    const received: ReceivedMessage = { ...message, attempt };
    try {
      await handler(received, { signal: lost });
      return true;
    } catch (error) {
      // A handler that was told to give up has not failed.
      if (lost.aborted) return false;
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
      const signal = AbortSignal.any([lost, stopping]);
      await sleep(decision.retryAfterMs, undefined, { signal }).catch(() => undefined);
    }
  }
  return false;
}
