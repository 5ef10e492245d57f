import { setTimeout as sleep } from 'node:timers/promises';
import { type Delivery, deliver } from '../delivery/deliver.js';
import { commitPosition, type PartitionOfGroup, readMessages, readPosition } from './partition-reader.js';
import { STOP_GRACE_MS } from '../event-stream.js';
import type { StreamDatabase } from './stream-database.js';
import type { WakeUp } from './wake-up.js';

export interface PartitionWorkerOptions {
  database: StreamDatabase;
  delivery: Delivery;
  wakeUp: WakeUp;
  /** Runs work when one of the member's places is free. */
  withPlace: <T>(work: () => Promise<T>) => Promise<T>;
}

/** A batch that takes longer than this is committed in between, so that a killed process repeats little. */
const commitEveryMs = 200;
const afterFailureMs = 500;

/** Consumes one partition in order, for as long as the member owns it. */
export class PartitionWorker {
  private readonly stopping = new AbortController();
  private readonly lost = new AbortController();
  private readonly running: Promise<void>;

  constructor(
    private readonly of: PartitionOfGroup,
    private readonly options: PartitionWorkerOptions,
  ) {
    this.running = this.run();
  }

  /** Finishes the message in hand and commits. With `abandon` the handler is told to give up instead. */
  async stop({ abandon = false } = {}): Promise<void> {
    this.stopping.abort();
    if (abandon) this.lost.abort();
    const outOfPatience = setTimeout(() => this.lost.abort(), STOP_GRACE_MS);
    this.options.wakeUp.all();
    await this.running;
    clearTimeout(outOfPatience);
  }

  private async run(): Promise<void> {
    const { database, wakeUp, delivery, withPlace } = this.options;
    let position: bigint | undefined;
    while (!this.stopping.signal.aborted) {
      try {
        position ??= await readPosition(database, this.of);
        const ticket = wakeUp.ticket();
        const read = await withPlace(() => this.handleBatch(position!));
        position = read.position;
        if (read.count === 0) await wakeUp.wait(this.of.topic, ticket);
      } catch (error) {
        delivery.log.warn(
          { ...this.of, err: error },
          'the partition cannot be consumed at present and will be tried again',
        );
        // Something may have been handled without being committed: begin again where the group stands.
        position = undefined;
        await sleep(afterFailureMs, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      }
    }
  }

  private async handleBatch(from: bigint): Promise<{ position: bigint; count: number }> {
    const { database, delivery } = this.options;
    const messages = await readMessages(database, this.of.topic, this.of.partition, from);
    let position = from;
    let committed = from;
    let committedAt = performance.now();
    const interruption = { lost: this.lost.signal, stopping: this.stopping.signal };
    try {
      for (const message of messages) {
        if (this.stopping.signal.aborted) break;
        const ended = await deliver(message, delivery, interruption);
        if (!ended) break;
        position = BigInt(message.offset) + 1n;
        if (performance.now() - committedAt > commitEveryMs) {
          await commitPosition(database, this.of, position);
          committed = position;
          committedAt = performance.now();
        }
      }
    } finally {
      if (position !== committed) await commitPosition(database, this.of, position);
    }
    return { position, count: messages.length };
  }
}
