import { setTimeout as sleep } from 'node:timers/promises';
import { assignPartitions } from './assign-partitions.js';
import { GroupSession } from './group-session.js';
import { PartitionWorker, type PartitionWorkerOptions } from './partition-worker.js';
import type { StreamDatabase } from './stream-database.js';
import type { StreamLog } from '../stream-log.js';

export interface GroupMemberOptions {
  database: StreamDatabase;
  groupId: string;
  topics: readonly string[];
  partitionsOf: (topic: string) => Promise<number>;
  worker: PartitionWorkerOptions;
  log: StreamLog;
}

/** How often a member looks who else is in the group; joins and leaves are announced as well. */
const lookAroundMs = 1_000;
const reconnectMs = 500;

interface Owned {
  topic: string;
  partition: number;
  worker: PartitionWorker;
}

/** A member of a consumer group: owns its share of the partitions and gives up or takes over when members come and go. */
export class GroupMember {
  private readonly owned = new Map<string, Owned>();
  private session: GroupSession | undefined;
  private stopping = false;
  private readonly running: Promise<void>;
  private wakeLookAround: () => void = () => undefined;
  private lost = false;

  constructor(private readonly options: GroupMemberOptions) {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.wakeLookAround();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      try {
        this.session ??= await this.join();
        await this.lookAround(this.session);
        await this.untilNextLook();
      } catch (error) {
        this.options.log.warn(
          { groupId: this.options.groupId, err: error },
          'the connection to the event stream is lost; joining again',
        );
        this.lost = true;
        await sleep(reconnectMs);
      }
      if (this.lost) await this.abandon();
    }
    await this.giveUp([...this.owned.values()]);
    await this.session?.leave();
  }

  private async join(): Promise<GroupSession> {
    const { database, groupId, topics, worker } = this.options;
    this.lost = false;
    return GroupSession.join(database, groupId, topics, {
      onNews: (topic) => (topic === '' ? this.wakeLookAround() : worker.wakeUp.news(topic)),
      onLost: () => {
        this.lost = true;
        this.wakeLookAround();
      },
    });
  }

  /** Without the session there are no locks: another member may own our partitions by now. */
  private async abandon(): Promise<void> {
    await Promise.all([...this.owned.values()].map(({ worker }) => worker.stop({ abandon: true })));
    this.owned.clear();
    await this.session?.leave();
    this.session = undefined;
  }

  private async lookAround(session: GroupSession): Promise<void> {
    for (const topic of this.options.topics) {
      const members = await session.livingMembers(topic);
      const share = new Set(assignPartitions(await this.options.partitionsOf(topic), members, session.member));
      await this.giveUp(
        [...this.owned.values()].filter((owned) => owned.topic === topic && !share.has(owned.partition)),
      );
      for (const partition of share) await this.takeOver(session, topic, partition);
    }
  }

  private async takeOver(session: GroupSession, topic: string, partition: number): Promise<void> {
    const name = `${topic}\0${partition}`;
    // Whoever had it may still be finishing a message; the next look tries again.
    if (this.owned.has(name) || !(await session.tryOwn(topic, partition))) return;
    const worker = new PartitionWorker({ groupId: this.options.groupId, topic, partition }, this.options.worker);
    this.owned.set(name, { topic, partition, worker });
  }

  private async giveUp(released: readonly Owned[]): Promise<void> {
    await Promise.all(released.map(({ worker }) => worker.stop()));
    for (const { topic, partition } of released) {
      this.owned.delete(`${topic}\0${partition}`);
      if (!this.lost) await this.session?.release(topic, partition);
    }
  }

  private untilNextLook(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, lookAroundMs);
      this.wakeLookAround = () => {
        clearTimeout(timer);
        resolve();
      };
      if (this.stopping || this.lost) this.wakeLookAround();
    });
  }
}
