import { retry } from '@shelfwatch/platform';
import type { Admin } from 'kafkajs';

/**
 * Commits, for a group that has never committed, where its topics end at this moment. Left to itself a consumer asks again for the newest message whenever
 * a partition without a committed offset comes to it, and what was published in between would be lost.
 */
export const beginAtNewest = (admin: Admin, groupId: string, topics: readonly string[]): Promise<void> =>
  // A broker that has just started answers "coordinator is loading" for a while, which kafkajs passes on.
  retry(() => commitEnds(admin, groupId, topics), { attempts: 10, baseMs: 200, maxMs: 2_000, isRetriable });

async function commitEnds(admin: Admin, groupId: string, topics: readonly string[]): Promise<void> {
  for (const { topic, partitions } of await admin.fetchOffsets({ groupId, topics: [...topics] })) {
    const fresh = new Set(partitions.filter(({ offset }) => offset === '-1').map(({ partition }) => partition));
    if (fresh.size === 0) continue;
    const ends = (await admin.fetchTopicOffsets(topic)).filter(({ partition }) => fresh.has(partition));
    await admin
      .setOffsets({ groupId, topic, partitions: ends.map(({ partition, high }) => ({ partition, offset: high })) })
      .catch(unlessInUse);
  }
}

/** A group that has members was begun by the first of them. */
function unlessInUse(error: unknown): void {
  if (!(error instanceof Error) || !/must have no running instances/.test(error.message)) throw error;
}

const isRetriable = (error: unknown): boolean => (error as { retriable?: boolean }).retriable === true;
