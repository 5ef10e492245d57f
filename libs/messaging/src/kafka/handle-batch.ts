import type { EachBatchPayload } from 'kafkajs';
import { deliver, type Delivery } from '../delivery/deliver.js';
import type { GroupMembership } from './group-membership.js';
import { toReceived } from './to-received.js';

/** kafkajs fetches again only when every partition's batch has ended: a slow partition hands back the rest of its batch after this time. */
const turnMs = 1_000;

export interface BatchTools {
  delivery: Delivery;
  membership: GroupMembership;
  /** Aborted when the subscription stops: the message in hand is the last. */
  stopping: AbortSignal;
  heartbeatMs: number;
}

/** Handles one partition's batch in order. What it does not get to is fetched again. */
export async function handleBatch(payload: EachBatchPayload, tools: BatchTools): Promise<void> {
  const { batch, resolveOffset, commitOffsetsIfNecessary, isRunning, isStale } = payload;
  const { delivery, membership, stopping, heartbeatMs } = tools;
  const heartbeat = (): Promise<void> =>
    payload.heartbeat().catch((error: unknown) => membership.heartbeatFailed(error));
  // kafkajs sends heartbeats between messages only; a handler that takes long would cost us the partition.
  const pulse = setInterval(() => void heartbeat(), heartbeatMs);
  const turnEnds = performance.now() + turnMs;
  try {
    for (const message of batch.messages) {
      if (stopping.aborted || membership.reasonToRejoin !== undefined || !isRunning() || isStale()) break;
      const received = toReceived(batch.topic, batch.partition, message);
      const ended = await deliver(received, delivery, { lost: membership.signal, stopping });
      if (!ended) break;
      resolveOffset(message.offset);
      await commitOffsetsIfNecessary();
      await heartbeat();
      if (performance.now() > turnEnds) break;
    }
  } finally {
    clearInterval(pulse);
  }
  if (membership.reasonToRejoin !== undefined) throw membership.reasonToRejoin;
}
